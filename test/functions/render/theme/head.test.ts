import { stylesheet } from 'galley:theme';
import { describe, expect, it } from 'vitest';
import { pageOf } from '../../../../functions/render/theme/ghost/page.ts';
import type { View } from '../../../../functions/render/view.ts';
import { imageInfo } from '../../shared/image-info.ts';
import { parsed } from '../parsed-html.ts';
import { draw } from './draw.ts';
import { articleView, card, cards, listView, site } from './newsroom.ts';

/** What a tag prints at the top of a page that shows this view. */
function drawn(tag: string, view: View): string {
  const { root, pages } = pageOf(view, site);
  return draw(tag, root, { root, galley: { view, site, pages } });
}

/** The attribute of the one element that has this name, or what stands in its `content` or `href`. */
function head(view: View, tag = '{{ghost_head}}'): Record<string, string> {
  const found = parsed(drawn(tag, view)).elements.map(({ attributes }): [string, string] => [
    attributes.name ?? attributes.property ?? attributes.rel ?? '',
    attributes.content ?? attributes.href ?? '',
  ]);
  return Object.fromEntries(found);
}

const hero = { ...imageInfo('/images/a.jpg'), alt: 'A "wall"' };
const article = articleView({ card: { ...card, description: 'What & why', hero } });
const month = listView({
  list: 'section/news',
  listKind: 'section',
  ref: { slug: 'news', name: 'News' },
  month: '2026-11',
  older: 'section/news/2026/09/',
});
const section = listView({
  list: 'section/news',
  listKind: 'section',
  ref: { slug: 'news', name: 'News' },
});
const form: View = {
  kind: 'reply-form',
  article: 'wall',
  message: 'Not stored.',
  problems: [],
  values: { reply: '', name: '', email: '', website: '' },
  retry: true,
};

describe('{{ghost_head}}', () => {
  it('begins with the style sheet, byte for byte', () => {
    expect(drawn('{{ghost_head}}', article).startsWith(`<style>${stylesheet}</style>`)).toBe(true);
  });

  it('describes an article to search engines and other sites', () => {
    expect(head(article)).toMatchObject({
      description: 'What & why',
      canonical: 'https://gazette.example/2026/11/harbour-wall/',
      alternate: 'https://gazette.example/feed.json',
      'og:type': 'article',
      'og:title': 'The harbour wall',
      'og:image': 'https://gazette.example/images/a.jpg',
      'og:image:width': '800',
      'og:image:alt': 'A "wall"',
      'article:published_time': '2026-11-20T09:00:00+01:00',
      'article:tag': 'Harbour',
      'twitter:card': 'summary_large_image',
    });
  });

  it('names the feeds of a list before those of the site', () => {
    const feeds = parsed(drawn('{{ghost_head}}', section)).elements.flatMap(({ attributes }) =>
      attributes.rel === 'alternate' ? [[attributes.href, attributes.title]] : [],
    );
    expect(feeds).toEqual([
      ['https://gazette.example/section/news/feed.xml', 'News – The Harbour Gazette'],
      ['https://gazette.example/section/news/atom.xml', 'News – The Harbour Gazette'],
      ['https://gazette.example/section/news/feed.json', 'News – The Harbour Gazette'],
      ['https://gazette.example/feed.xml', 'The Harbour Gazette'],
      ['https://gazette.example/atom.xml', 'The Harbour Gazette'],
      ['https://gazette.example/feed.json', 'The Harbour Gazette'],
    ]);
  });

  it('keeps a canonical address that the author gave', () => {
    const elsewhere = articleView({ canonical: 'https://other.example/a/' });
    expect(head(elsewhere)).toMatchObject({
      canonical: 'https://other.example/a/',
      'og:url': 'https://other.example/a/',
    });
  });

  it('has the first words for a preview, but no description that nobody wrote', () => {
    const found = head(articleView());
    expect(found).toMatchObject({ 'og:description': card.excerpt });
    expect(found).not.toHaveProperty('description');
  });

  it('names the picture that is drawn where an article has none', () => {
    expect(head(articleView())).toMatchObject({
      'og:image': expect.stringMatching(
        /^https:\/\/gazette\.example\/images\/share\/2026\/11\/harbour-wall\.[0-9a-f]{16}\.png$/,
      ),
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:image:alt': 'The harbour wall',
      'twitter:card': 'summary_large_image',
    });
  });

  it('names no picture for a preview, because none is drawn', () => {
    const found = head(articleView({ preview: 'draft' }));
    expect(found).not.toHaveProperty('og:image');
  });

  it('links the pages before and after a month, and offers no preview of it', () => {
    const found = head(month);
    expect(found).toMatchObject({
      prev: 'https://gazette.example/section/news/',
      next: 'https://gazette.example/section/news/2026/09/',
    });
    expect(found).not.toHaveProperty('og:title');
  });

  it.each([
    ['a page that is not there', { kind: 'not-found' } as const],
    ['an answer to a form', form],
  ])('keeps %s out of search engines', (_kind, view) => {
    const found = head(view);
    expect(found).toMatchObject({ robots: 'noindex' });
    expect(found).not.toHaveProperty('canonical');
  });

  it('says nothing of a preview but that nobody may keep or follow it', () => {
    const found = head(articleView({ canonical: 'https://other.example/a/', preview: 'draft' }));
    expect(found).toEqual({
      '': expect.anything(),
      alternate: expect.anything(),
      robots: 'noindex, nofollow',
    });
  });

  it('leaves out what the theme writes itself', () => {
    const found = head(article, '{{ghost_head exclude="metadata, social_data"}}');
    expect(Object.keys(found).sort()).toEqual(['', 'alternate']);
  });
});

describe('{{meta_title}}', () => {
  it.each([
    ['home', listView(), 'The Harbour Gazette'],
    ['an article', article, 'The harbour wall'],
    ['a section', section, 'News - The Harbour Gazette'],
    ['a month of a section', month, 'News, November 2026 - The Harbour Gazette'],
    ['a month', listView({ month: '2026-01' }), 'January 2026 - The Harbour Gazette'],
    [
      'a page that is not there',
      { kind: 'not-found' } as const,
      'Page not found - The Harbour Gazette',
    ],
    ['an answer to a form', form, 'Not stored. - The Harbour Gazette'],
  ])('of %s', (_kind, view, expected) => {
    expect(drawn('{{meta_title}}', view)).toBe(expected);
  });

  it('counts the pages of a list that has no title of its own', () => {
    const root = {
      context: ['paged', 'tag'],
      tag: { name: 'News' },
      pagination: { page: 2, total: 9 },
    };
    expect(draw('{{meta_title}}', root, { root })).toBe('News - The Harbour Gazette (Page 2)');
    expect(draw('{{meta_title page=", p. %"}}', root, { root })).toBe(
      'News - The Harbour Gazette, p. 2',
    );
  });
});

describe('{{meta_description}}', () => {
  it.each([
    ['home', listView({ cards: cards(1) }), 'News from the quay'],
    ['a section', section, 'What happened'],
    ['an article with a description', article, 'What &amp; why'],
    ['an article without one', articleView(), ''],
    ['a month', month, ''],
  ])('of %s is "%s"', (_kind, view, expected) => {
    expect(drawn('{{meta_description}}', view)).toBe(expected);
  });
});
