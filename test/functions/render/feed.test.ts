import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { rssFeed } from '../../../functions/render/feed.ts';
import { defaultSettings } from '../../../functions/shared/default-settings.ts';
import type { Card, Settings } from '../../../functions/shared/model.ts';
import { hostile } from '../../fixtures/hostile.ts';
import { card } from '../route/records.ts';

const url = 'https://post.example';

function feedOf(cards: Card[], settings: Partial<Settings> = {}): string {
  return rssFeed({ settings: { ...defaultSettings, title: 'The Post', ...settings }, url }, cards);
}

function itemOf(changes: Partial<Card>) {
  const [item] = parseRssFeed(feedOf([card(changes)])).items ?? [];
  if (!item) throw new Error('The feed has no item');
  return item;
}

describe('the feed', () => {
  it('says what it is the feed of, and where it lies itself', () => {
    const feed = parseRssFeed(
      feedOf([], { description: 'News of the harbour', language: 'en-GB' }),
    );
    expect(feed).toMatchObject({
      title: 'The Post',
      link: 'https://post.example/',
      description: 'News of the harbour',
      language: 'en-GB',
      atom: { links: [{ rel: 'self', href: 'https://post.example/feed.xml' }] },
    });
  });

  it('has a description even when the site has none, because RSS wants one', () => {
    expect(parseRssFeed(feedOf([])).description).toBe('The Post');
  });

  it('shows of an article its address, authors, section, tags and number of replies', () => {
    const authors = [
      { slug: 'jo-ferry', name: 'Jo Ferry' },
      { slug: 'kim-alund', name: 'Kim Ålund' },
    ];
    expect(itemOf({ authors, replyCount: 12 })).toMatchObject({
      title: 'The wall holds',
      link: 'https://post.example/2026/11/wall/',
      guid: { value: 'https://post.example/2026/11/wall/', isPermaLink: true },
      dc: { creators: ['Jo Ferry', 'Kim Ålund'] },
      categories: [{ name: 'News' }, { name: 'Harbour' }],
      description: 'It held.',
      slash: { comments: 12 },
    });
  });

  it('prefers the description to the first words', () => {
    expect(itemOf({ description: 'A night in numbers' }).description).toBe('A night in numbers');
  });

  it.each([
    ['2026-11-03T09:30:00+01:00', 'Tue, 03 Nov 2026 08:30:00 GMT'],
    ['2026-10-31T23:30:00-04:00', 'Sun, 01 Nov 2026 03:30:00 GMT'],
    ['2026-02-28T00:00:00+00:00', 'Sat, 28 Feb 2026 00:00:00 GMT'],
  ])('writes %s as RFC 822 wants it', (date, written) => {
    expect(itemOf({ date }).pubDate).toBe(written);
  });

  it('was built when the latest of its articles came or was updated', () => {
    const cards = [
      card({ date: '2026-11-03T09:30:00+01:00' }),
      card({ date: '2026-11-02T09:30:00+01:00', updated: '2026-11-05T09:30:00+01:00' }),
    ];
    expect(parseRssFeed(feedOf(cards)).lastBuildDate).toBe('Thu, 05 Nov 2026 08:30:00 GMT');
    expect(parseRssFeed(feedOf([])).lastBuildDate).toBeUndefined();
  });

  it('keeps the order it is given', () => {
    const { items } = parseRssFeed(feedOf([card({ title: 'New' }), card({ title: 'Old' })]));
    expect(items?.map(({ title }) => title)).toEqual(['New', 'Old']);
  });
});

describe('hostile text in the feed', () => {
  it.each(hostile)('is text: $name', ({ payload }) => {
    const name = { slug: 'x', name: payload };
    const changes = { title: payload, excerpt: payload, authors: [name], tags: [name] };
    const { root } = parseXml(feedOf([card(changes)], { title: payload, description: payload }));
    const texts = elementsOf(root).filter((element) => element.children.length === 1);
    const titles = texts.filter((element) => element.name === 'title').map(({ text }) => text);
    expect(titles).toEqual([writable(payload), writable(payload)]);
    // What stands in an item besides the usual would have come out of the payload.
    const names = new Set(elementsOf(root).map((element) => element.name));
    expect([...names].filter((found) => !usual.has(found))).toEqual([]);
  });

  it('is no HTML in the description, which readers show as HTML', () => {
    const { description } = itemOf({ excerpt: '1 < 2 & <img src=x onerror=alert(1)>' });
    expect(description).toBe('1 &lt; 2 &amp; &lt;img src=x onerror=alert(1)&gt;');
  });

  it('loses characters that XML cannot write, and nothing else', () => {
    expect(itemOf({ title: 'a\u0000\u0008b\ud800c\ufffe\tÅ🌊' }).title).toBe('abc\tÅ🌊');
  });
});

const usual = new Set(
  [
    'rss channel title link description language atom:link lastBuildDate item guid pubDate',
    'dc:creator category slash:comments',
  ].flatMap((names) => names.split(' ')),
);

function elementsOf(element: XmlElement | null): XmlElement[] {
  if (!element) return [];
  const inner = element.children.filter((child): child is XmlElement => child.type === 'element');
  return [element, ...inner.flatMap(elementsOf)];
}

/** A text as it comes back out of XML 1.0: without forbidden characters, with unified line ends (2.2, 2.11). */
function writable(text: string): string {
  return [...text]
    .filter((char) => /[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(char))
    .join('')
    .replace(/\r\n?/g, '\n');
}
