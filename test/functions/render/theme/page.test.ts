import { describe, expect, it } from 'vitest';
import { pageOf } from '../../../../functions/render/theme/ghost/page.ts';
import { idOf, postOf } from '../../../../functions/render/theme/ghost/post.ts';
import { siteOf } from '../../../../functions/render/theme/ghost/site.ts';
import { isPost } from '../../../../functions/render/theme/kinds.ts';
import type { View } from '../../../../functions/render/view.ts';
import { imageInfo } from '../../shared/image-info.ts';
import { articleView, card, cards, listView, reply, site } from './newsroom.ts';

const section = {
  list: 'section/news',
  listKind: 'section',
  ref: { slug: 'news', name: 'News' },
} as const;
const tag = {
  list: 'tag/harbour',
  listKind: 'tag',
  ref: { slug: 'harbour', name: 'Harbour' },
} as const;
const author = {
  list: 'author/ada',
  listKind: 'author',
  ref: { slug: 'ada', name: 'Ada' },
} as const;
const page: View = {
  ...articleView({ card: { ...card, id: 'about' } }),
  kind: 'page',
  replyRule: 'off',
};
const form: View & { kind: 'reply-form' } = {
  kind: 'reply-form',
  article: card.id,
  card,
  message: 'Not stored.',
  problems: [
    { field: 'email', message: 'Wrong.' },
    { field: 'email', message: 'Wrong again.' },
    { field: '', message: 'All of it.' },
  ],
  values: { reply: 'Well', name: '', email: 'x', website: '' },
  retry: true,
};

describe('a page in terms of Ghost', () => {
  it.each<[string, View, string[], string[], string]>([
    ['an article', articleView(), ['post'], ['post'], '/2026/11/harbour-wall/'],
    ['a standing page', page, ['page', 'post'], ['page'], '/about/'],
    ['the front page', listView(), ['home', 'index'], ['home', 'index'], '/'],
    [
      'a month',
      listView({ month: '2026-11' }),
      ['index', 'index'],
      ['paged', 'index'],
      '/archive/2026/11/',
    ],
    ['a section', listView(section), ['tag', 'index'], ['tag'], '/section/news/'],
    ['a tag', listView(tag), ['tag', 'index'], ['tag'], '/tag/harbour/'],
    ['an author', listView(author), ['author', 'index'], ['author'], '/author/ada/'],
    [
      'a month of an author',
      listView({ ...author, month: '2026-11' }),
      ['author', 'index'],
      ['paged', 'author'],
      '/author/ada/2026/11/',
    ],
    ['no page', { kind: 'not-found' }, ['error-404', 'error', 'index'], ['error'], '/'],
    ['a form', form, ['reply-form', 'page', 'index'], ['error'], '/'],
  ])('%s', (_name, view, templates, context, relativeUrl) => {
    expect(pageOf(view, site)).toMatchObject({ templates, root: { context, relativeUrl } });
  });

  it('calls a section a tag, with the description of the settings', () => {
    expect(pageOf(listView(section), site).root.tag).toMatchObject({
      name: 'News',
      url: '/section/news/',
      description: 'What happened',
    });
  });

  it('counts the replies that it shows, and not those that the catalog knew', () => {
    const view = articleView({ card: { ...card, replyCount: 9 }, replies: [reply({ id: '1' })] });
    expect(pageOf(view, site).root.post).toMatchObject({ reply_count: 1 });
  });

  it('gives back what was typed into a form, and one problem a field', () => {
    expect(pageOf(form, site).root).toMatchObject({
      article: '2026/11/harbour-wall',
      values: { reply: 'Well', email: 'x' },
      errors: { email: 'Wrong.' },
      post: { title: 'The harbour wall' },
    });
  });

  it('keeps the article in a form when the article itself could not be read', () => {
    const { card: _card, ...without } = form;
    const { root } = pageOf(without, site);
    expect([root.article, root.post]).toEqual([card.id, undefined]);
  });
});

describe('the pages of a list', () => {
  it('are one for a list that is whole', () => {
    const { root, pages } = pageOf(listView(section), site);
    expect(root.pagination).toMatchObject({ page: 1, pages: 1, next: null, prev: null });
    expect(pages).toEqual({ 1: '/section/news/' });
  });

  it('go on with the month in which the newest articles end', () => {
    const { root, pages } = pageOf(listView({ older: 'archive/2026/10/' }), site);
    expect(root.pagination).toMatchObject({ page: 1, pages: 2, next: 2, prev: null });
    expect(pages).toEqual({ 1: '/', 2: '/archive/2026/10/' });
  });

  it('lead from a month to the ones around it', () => {
    const view = listView({
      ...section,
      month: '2026-10',
      older: 'section/news/2026/08/',
      newer: 'section/news/2026/11/',
    });
    const { root, pages } = pageOf(view, site);
    expect(root.pagination).toMatchObject({ page: 2, pages: 3, next: 3, prev: 1 });
    expect(pages).toEqual({
      1: '/section/news/2026/11/',
      2: '/section/news/2026/10/',
      3: '/section/news/2026/08/',
    });
  });

  it('lead from the newest month to the newest articles', () => {
    const { root, pages } = pageOf(listView({ ...section, month: '2026-11' }), site);
    expect(root.pagination).toMatchObject({ page: 2, pages: 2, next: null, prev: 1 });
    expect(pages[1]).toBe('/section/news/');
  });
});

describe('a post', () => {
  const post = postOf(card, site);

  it('is one to Ghost even as a card', () => {
    expect(isPost(post)).toBe(true);
  });

  it('has its section for the first of its tags', () => {
    expect(post.tags.map(({ url }) => url)).toEqual(['/section/news/', '/tag/harbour/']);
    expect(post.primary_tag).toBe(post.tags[0]);
  });

  it('has its first tag for primary tag where there is no section', () => {
    const { section: _section, ...without } = card;
    expect(postOf(without, site).primary_tag?.slug).toBe('harbour');
    expect(postOf({ ...without, tags: [] }, site).primary_tag).toBeNull();
  });

  it('was updated when it was published, if it never was', () => {
    expect(post.updated_at).toBe(card.date);
  });

  it('has an id that a filter of Ghost reads as one word', () => {
    expect(idOf('2026/11/harbour-wall')).toMatch(/^a[0-9a-f]{23}$/);
    expect(idOf('2026/11/harbour-wall')).not.toBe(idOf('2026/11/harbour-walls'));
  });

  it('has a caption of HTML in which each part is text', () => {
    const hero = { ...imageInfo('/a.jpg'), alt: 'a', caption: '<b>', credit: '"&' };
    expect(String(postOf({ ...card, hero }, site).feature_image_caption)).toBe(
      '&lt;b&gt; <span class="credit">&quot;&amp;</span>',
    );
  });

  it('has null, as Ghost has it, for an image that is not there', () => {
    expect([post.feature_image, post.feature_image_alt, post.feature_image_caption]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('@site', () => {
  const consent = { text: 'x', accept: 'a', refuse: 'r', more: 'm', readMore: '/privacy/' };
  const asking = { ...site, settings: { ...site.settings, consent } };

  it('has the consent banner on all pages but the answers of the API', () => {
    expect(siteOf(asking, articleView())).toMatchObject({ consent });
    expect(siteOf(asking, form)).not.toHaveProperty('consent');
    expect(siteOf(site, articleView())).not.toHaveProperty('consent');
  });

  it('leads home even where nobody knows the address of the site', () => {
    expect(siteOf({ ...site, url: '' }, form).url).toBe('/');
  });
});

describe('what stands for now', () => {
  it.each([
    ['an article', articleView(), card.date],
    ['an updated article', articleView({ card: { ...card, updated: '2026-12-01' } }), '2026-12-01'],
    ['a list', listView({ cards: cards(3) }), '2026-11-03T09:00:00+01:00'],
    ['an empty list', listView({ cards: [] }), undefined],
  ])('is the newest date of %s', (_kind, view, expected) => {
    expect(pageOf(view, site).today).toBe(expected);
  });
});
