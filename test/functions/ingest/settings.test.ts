import { describe, expect, it } from 'vitest';
import { checkSettings } from '../../../functions/ingest/settings.ts';
import { badSiteLines } from '../../fixtures/settings.ts';
import { places } from './check.ts';

const check = (text: string) => checkSettings(new TextEncoder().encode(text));
const settingsOf = (lines: string) => check(`title: The Post\n${lines}`).settings;
/** What no line above asks for. */
const further = { pageSize: 20, feeds: ['rss', 'atom', 'json'], social: [] };
const wrongIn = (lines: string) => places(check(`title: The Post\n${lines}`).problems);

describe('site.yaml', () => {
  it('needs no more than a title', () => {
    expect(check('title: The Post\n')).toEqual({
      problems: [],
      settings: {
        title: 'The Post',
        description: '',
        url: '',
        language: 'en',
        direction: 'ltr',
        timeZone: 'UTC',
        sections: [],
        navigation: [],
        footer: [],
        replies: 'open',
        ...further,
      },
    });
  });

  it('says everything that it can say', () => {
    expect(
      settingsOf(`description: News from the harbour.
url: https://post.example/
language: pt-br
timeZone: Europe/Lisbon
sections:
  - name: Local news
    description: What happens here.
  - {name: Opinião, slug: opinion}
navigation:
  - {label: About, url: /about/}
footer:
  - {label: Imprint, url: https://example.org/imprint}
  - {label: Mail, url: "mailto:desk@example.org"}
replies: closed
pageSize: 12
feeds: [json, rss]
social: [{label: Mastodon, url: https://social.example/@post}]
logo: {src: images/logo.png}
consent:
  text: Cookies count readers; you can opt out.
  accept: Fine
  readMore: /cookies/
`),
    ).toEqual({
      title: 'The Post',
      description: 'News from the harbour.',
      url: 'https://post.example',
      language: 'pt-BR',
      direction: 'ltr',
      timeZone: 'Europe/Lisbon',
      sections: [
        { slug: 'local-news', name: 'Local news', description: 'What happens here.' },
        { slug: 'opinion', name: 'Opinião' },
      ],
      navigation: [{ label: 'About', url: '/about/' }],
      footer: [
        { label: 'Imprint', url: 'https://example.org/imprint' },
        { label: 'Mail', url: 'mailto:desk@example.org' },
      ],
      replies: 'closed',
      pageSize: 12,
      feeds: ['rss', 'json'],
      social: [{ label: 'Mastodon', url: 'https://social.example/@post' }],
      logo: { key: 'images/logo.png', alt: 'The Post', at: { line: 19, column: 13 } },
      consent: {
        text: 'Cookies count readers; you can opt out.',
        accept: 'Fine',
        refuse: 'Opt out',
        more: 'Read more',
        readMore: '/cookies/',
      },
    });
  });

  it('leads to its sections when it names no navigation', () => {
    expect(settingsOf('sections: [{name: News}]')?.navigation).toEqual([
      { label: 'News', url: '/section/news/' },
    ]);
    expect(settingsOf('sections: [{name: News}]\nnavigation: []')?.navigation).toEqual([]);
  });

  it.each([
    ['ar', 'rtl'],
    ['he', 'rtl'],
    ['fa-IR', 'rtl'],
    ['az-Arab', 'rtl'],
    ['de', 'ltr'],
    ['ja', 'ltr'],
  ])('in %s is written %s', (language, direction) => {
    expect(settingsOf(`language: ${language}`)?.direction).toBe(direction);
  });

  it.each([
    ['true', ['rss', 'atom', 'json']],
    ['false', []],
    ['[]', []],
    ['atom', ['atom']],
  ])('with feeds: %s has the feeds %j', (written, feeds) => {
    expect(settingsOf(`feeds: ${written}`)?.feeds).toEqual(feeds);
  });

  it('says of a feed that stands twice, and has it once', () => {
    expect(wrongIn('feeds: [rss, rss]')).toEqual(['repeated-entry 2:14']);
    expect(settingsOf('feeds: [rss, rss]')?.feeds).toEqual(['rss']);
  });

  it.each([
    ['', 'missing-key 1:1'],
    ['title:\n', 'missing-key 1:1'],
    ['- title\n', 'bad-yaml 1:1'],
    ['title: [\n', 'bad-yaml 2:1'],
    ['title: The Post\ntitle: Two\n', 'duplicate-key 2:1'],
  ])('is refused: %j', (text, expected) => {
    const { problems, settings } = check(text);
    expect(places(problems)).toEqual([expected]);
    expect(settings).toBeUndefined();
  });

  it.each(badSiteLines)('is refused with this line: %s', (line, expected) => {
    expect(wrongIn(line)).toEqual([expected]);
    expect(settingsOf(line)).toBeUndefined();
  });
});
