import Validator from '@adobe/structured-data-validator';
import { describe, expect, it } from 'vitest';
import { pageOf } from '../../../../functions/render/theme/ghost/page.ts';
import { structuredData } from '../../../../functions/render/theme/structured-data.ts';
import type { SiteView, View } from '../../../../functions/render/view.ts';
import { hostile } from '../../../fixtures/hostile.ts';
import { imageInfo } from '../../shared/image-info.ts';
import { draw } from './draw.ts';
import { articleView, card, listView, site } from './newsroom.ts';

type Thing = Record<string, unknown> & { '@type': string };

const picture = { ...imageInfo('/images/a.jpg'), alt: 'A wall', credit: 'Ada' };
const { credit: _, ...unnamed } = picture;
const full: SiteView = {
  ...site,
  settings: {
    ...site.settings,
    logo: { ...picture, url: '/images/logo.png' },
    social: [{ label: 'Mastodon', url: 'https://social.example/@gazette' }],
    profiles: [
      {
        slug: 'ada',
        name: 'Ada Lovelace',
        bio: 'Writes about engines.',
        links: [
          { label: 'Home', url: 'https://ada.example/' },
          { label: 'Mail', url: 'mailto:ada@ada.example' },
        ],
      },
    ],
  },
};
const corrections = [{ date: '2026-11-21T09:00:00+01:00', text: 'It was Tuesday.' }];
const article = articleView({
  card: { ...card, description: 'What & why', hero: picture, updated: '2026-11-21T09:00:00+01:00' },
  corrections,
});
const section = listView({
  list: 'section/news',
  listKind: 'section',
  ref: { slug: 'news', name: 'News' },
});

function thingsOn(view: View, on = full): Thing[] {
  const graph = structuredData(view, on) as unknown as { '@graph': Thing[] } | undefined;
  return graph?.['@graph'] ?? [];
}

function thingOn(view: View, type: string): Thing {
  const found = thingsOn(view).find((thing) => thing['@type'] === type);
  if (!found) throw new Error(`The page has no ${type}`);
  return found;
}

/** Google's "Article (Article, NewsArticle, BlogPosting) structured data", recommended properties; none is required. */
const recommended = ['author', 'dateModified', 'datePublished', 'headline', 'image'];

describe('structured data of an article', () => {
  it('has all that search engines recommend', () => {
    const found = thingOn(article, 'NewsArticle');
    expect(recommended.filter((name) => !(name in found))).toEqual([]);
    expect(found.author).toEqual([
      {
        '@type': 'Person',
        name: 'Ada Lovelace',
        url: 'https://gazette.example/author/ada/',
        description: 'Writes about engines.',
        sameAs: ['https://ada.example/'],
      },
    ]);
  });

  it('shows the drawn picture where there is no hero', () => {
    expect(thingOn(articleView(), 'NewsArticle').image).toMatch(
      /^https:\/\/gazette\.example\/images\/share\/2026\/11\/harbour-wall\.[0-9a-f]{16}\.png$/,
    );
  });

  it('says when it was published, changed and corrected', () => {
    expect(thingOn(article, 'NewsArticle')).toMatchObject({
      datePublished: '2026-11-20T09:00:00+01:00',
      dateModified: '2026-11-21T09:00:00+01:00',
      correction: [{ '@type': 'CorrectionComment', text: 'It was Tuesday.' }],
    });
  });

  it('gives credit for an image with the address of its file, without which Google knows no image', () => {
    expect(thingOn(article, 'NewsArticle').image).toMatchObject({
      '@type': 'ImageObject',
      contentUrl: 'https://gazette.example/images/a.jpg',
      creditText: 'Ada',
    });
  });

  it('names the newsroom where no author is named', () => {
    const nobody = articleView({ card: { ...card, authors: [] } });
    expect(thingOn(nobody, 'NewsArticle').author).toMatchObject({ name: 'The Harbour Gazette' });
  });

  it('leads from the front page through the section', () => {
    const steps = thingOn(article, 'BreadcrumbList').itemListElement as Thing[];
    expect(steps.map(({ position, name, item }) => [position, name, item])).toEqual([
      [1, 'The Harbour Gazette', 'https://gazette.example/'],
      [2, 'News', 'https://gazette.example/section/news/'],
      [3, 'The harbour wall', 'https://gazette.example/2026/11/harbour-wall/'],
    ]);
  });

  it('is missing on a preview, which nobody may find', () => {
    expect(thingsOn({ ...article, preview: 'draft' })).toEqual([]);
  });
});

describe('structured data', () => {
  it.each([
    ['an article', article],
    ['an article without anything optional', articleView()],
    ['an article whose image names nobody', articleView({ card: { ...card, hero: unnamed } })],
    ['the front page', listView()],
    ['a section', section],
  ])('of %s has nothing to find fault with', async (_name, view) => {
    const jsonld = Map.groupBy(thingsOn(view), (thing) => thing['@type']);
    const issues = await new Validator().validate({
      jsonld: Object.fromEntries(jsonld),
      microdata: {},
      rdfa: {},
    });
    expect(issues).toEqual([]);
  });

  it('is checked by a validator that would notice', async () => {
    const things = thingsOn(article).map((thing) => ({ ...thing, itemListElement: [] }));
    const jsonld = { BreadcrumbList: things };
    expect(await new Validator().validate({ jsonld, microdata: {}, rdfa: {} })).not.toEqual([]);
  });

  it.each(hostile)('cannot be left by a title: $name', ({ payload }) => {
    const view = articleView({ card: { ...card, title: payload } });
    const { root, pages } = pageOf(view, site);
    const html = draw('{{ghost_head}}', root, { root, galley: { view, site, pages } });
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    expect(JSON.parse(json)['@graph'][0].headline).toBe(payload);
  });
});
