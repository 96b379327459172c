import { stylesheet } from 'galley:theme';
import { describe, expect, it } from 'vitest';
import { renderView } from '../../../../functions/render/theme/index.ts';
import type { SiteView, View } from '../../../../functions/render/view.ts';
import { hostile } from '../../../fixtures/hostile.ts';
import { imageInfo } from '../../shared/image-info.ts';
import { collapse, elementsOf, parsed } from '../parsed-html.ts';
import { articleView, card, listView, reply, site } from './newsroom.ts';

/** Every kind of page, with one text in all places where somebody can type. */
function views(text: string): [string, View][] {
  const ref = (slug: string) => ({ slug, name: text, description: text });
  const typed = {
    ...card,
    title: text,
    description: text,
    excerpt: text,
    section: ref('news'),
    tags: [ref('harbour')],
    authors: [ref('ada')],
    hero: { ...imageInfo('/images/a.jpg'), alt: text, caption: text, credit: text },
  };
  const replies = [reply({ id: '1', name: text }), reply({ id: '2', parent: '1', name: text })];
  return [
    ['article', articleView({ card: typed, replies })],
    ['page', { ...articleView({ card: typed, replyRule: 'off' }), kind: 'page' }],
    ['front page', listView({ cards: [typed, typed] })],
    [
      'section',
      listView({ list: 'section/news', listKind: 'section', ref: ref('news'), cards: [typed] }),
    ],
    [
      'tag',
      listView({ list: 'tag/harbour', listKind: 'tag', ref: ref('harbour'), cards: [typed] }),
    ],
    [
      'author',
      listView({
        list: 'author/ada',
        listKind: 'author',
        ref: ref('ada'),
        cards: [typed],
        month: '2026-11',
      }),
    ],
    ['not found', { kind: 'not-found' }],
    [
      'reply form',
      {
        kind: 'reply-form',
        article: text,
        card: typed,
        message: text,
        problems: [{ field: 'name', message: text }],
        values: { reply: text, name: text, email: text, website: text },
        retry: true,
      },
    ],
  ];
}

function siteWith(text: string): SiteView {
  const links = [{ label: text, url: '/about/' }];
  const consent = { text, accept: text, refuse: text, more: text, readMore: '/privacy/' };
  const picture = { ...imageInfo('/images/a.jpg'), alt: text };
  const ada = { slug: 'ada', name: text, bio: text, links, picture };
  const words = { title: text, description: text, navigation: links, footer: links, consent };
  const more = { logo: picture, social: links, profiles: [ada] };
  return { ...site, settings: { ...site.settings, ...words, ...more } };
}

/** The style sheet is the same in every page, and long. */
function rendered(view: View, around: SiteView): string {
  return renderView(view, around).replace(stylesheet, '');
}

/** Elements and names of attributes: all that text must not change. */
function shapeOf(text: string): string[] {
  return views(text).map(([kind, view]) => {
    const elements = elementsOf(rendered(view, siteWith(text)));
    const written = elements.map(({ name, attributes }) => [name, ...Object.keys(attributes)]);
    return `${kind}: ${JSON.stringify(written)}`;
  });
}

describe('renderView', () => {
  it.each(views('plain'))('renders one whole document: %s', (_kind, view) => {
    const html = renderView(view, site);
    expect(html).toMatch(/^<!doctype html>/i);
    expect(html).toMatch(/<\/html>\s*$/);
    expect(elementsOf(html).filter(({ name }) => name === 'body')).toHaveLength(1);
  });

  it('lets the HTML of an article and of a reply through', () => {
    const view = articleView({ html: '<p>A <em>wall</em></p>', replies: [reply({ id: '1' })] });
    expect(renderView(view, site)).toContain('<p>A <em>wall</em></p>');
    expect(renderView(view, site)).toContain('<p>Well.</p>');
  });

  it('gives the same bytes for the same view', () => {
    const [first, second] = [views('x'), views('x')].map((all) =>
      all.map(([, view]) => renderView(view, siteWith('x'))),
    );
    expect(first).toEqual(second);
  });
});

describe('hostile text', () => {
  const harmless = shapeOf('Harmless');

  it.each(hostile)('is nothing but text on every page: $name', ({ payload }) => {
    expect(shapeOf(payload)).toEqual(harmless);
  });

  it.each(hostile)('is readable as a headline: $name', ({ payload }) => {
    const html = rendered(articleView({ card: { ...card, title: payload } }), site);
    const [headline = ''] = /<h1.*?<\/h1>/s.exec(html) ?? [];
    expect(parsed(headline).text).toContain(collapse(payload));
  });
});
