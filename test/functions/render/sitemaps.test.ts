import { Readable } from 'node:stream';
import robotsParser from 'robots-parser';
import { parseSitemap, parseSitemapIndex, type SitemapItem } from 'sitemap';
import { describe, expect, it } from 'vitest';
import { robotsText } from '../../../functions/render/robots.ts';
import { sitemap } from '../../../functions/render/sitemaps/sitemap.ts';
import { defaultSettings } from '../../../functions/shared/default-settings.ts';
import { MemoryCatalog } from '../../../functions/shared/memory-catalog.ts';
import type { ArticleRecord, Card, Settings } from '../../../functions/shared/model.ts';
import type { PageName } from '../../../functions/shared/pages.ts';
import { hostile } from '../../fixtures/hostile.ts';
import { card, record } from '../route/records.ts';
import { imageInfo } from '../shared/image-info.ts';

const url = 'https://post.example';
type Part = (PageName & { kind: 'sitemap' })['part'];

function siteOf(settings: Partial<Settings> = {}) {
  const zone = { timeZone: 'Europe/Berlin', language: 'en-GB' };
  return { settings: { ...defaultSettings, title: 'The Post', ...zone, ...settings }, url };
}

async function catalogOf(cards: Partial<Card>[], changes: Partial<ArticleRecord> = {}) {
  const catalog = new MemoryCatalog();
  for (const each of cards) await catalog.saveArticle(record({ card: card(each), ...changes }));
  return catalog;
}

/** As a parser that nobody here wrote reads it; it throws on what it does not know. */
async function urlsIn(catalog: MemoryCatalog, part: Part, settings: Partial<Settings> = {}) {
  const xml = await sitemap(catalog, part, siteOf(settings));
  if (xml === undefined) throw new Error('There is no such sitemap');
  return (await parseSitemap(Readable.from([xml]))) as unknown as SitemapItem[];
}

describe('the sitemap of a month', () => {
  it('has its articles with their last change and their image', async () => {
    const hero = { ...imageInfo('/images/wall.0f.jpg'), alt: 'Waves' };
    const updated = '2026-11-05T09:30:00+01:00';
    const catalog = await catalogOf([
      { hero, updated },
      { id: 'old', date: '2026-10-01T09:30:00+02:00' },
    ]);
    expect(await urlsIn(catalog, { month: '2026-11' })).toMatchObject([
      {
        url: 'https://post.example/2026/11/wall/',
        lastmod: updated,
        img: [{ url: 'https://post.example/images/wall.0f.jpg' }],
      },
    ]);
  });

  it.each<[string, Part]>([
    ['of the month', { month: '2026-11' }],
    ['of news', 'news'],
  ])('leaves out of the map %s what was first published elsewhere', async (_name, part) => {
    const catalog = await catalogOf([
      { canonical: 'https://other.example/a/' },
      { id: 'own', canonical: `${url}/own/` },
    ]);
    expect((await urlsIn(catalog, part)).map((each) => each.url)).toEqual([`${url}/own/`]);
  });

  it('is not there when the month has no article', async () => {
    const catalog = await catalogOf([{}]);
    expect(await sitemap(catalog, { month: '2026-10' }, siteOf())).toBeUndefined();
  });
});

describe('the index of sitemaps', () => {
  it('names one for each month and one for what has no month', async () => {
    const dates = ['2026-11-03', '2026-11-04', '2025-02-01'];
    const catalog = await catalogOf(
      dates.map((day) => ({ id: day, date: `${day}T09:30:00+01:00` })),
    );
    const xml = (await sitemap(catalog, 'index', siteOf())) ?? '';
    const found = await parseSitemapIndex(Readable.from([xml]));
    expect(found.map((each) => each.url)).toEqual([
      'https://post.example/sitemap-lists.xml',
      'https://post.example/sitemap-2026-11.xml',
      'https://post.example/sitemap-2025-02.xml',
    ]);
  });
});

describe('the news sitemap', () => {
  const at = (id: string, date: string) => ({ id, date });

  it('has the articles of the two days before the newest one', async () => {
    const catalog = await catalogOf([
      at('newest', '2026-11-03T09:30:00+01:00'),
      at('just', '2026-11-01T09:30:01+01:00'),
      at('too-old', '2026-11-01T09:29:59+01:00'),
    ]);
    expect((await urlsIn(catalog, 'news')).map((each) => each.url)).toEqual([
      'https://post.example/newest/',
      'https://post.example/just/',
    ]);
  });

  it('looks beyond the beginning of a month', async () => {
    const catalog = await catalogOf([
      at('newest', '2026-11-01T09:30:00+01:00'),
      at('october', '2026-10-31T23:30:00+01:00'),
    ]);
    expect(await urlsIn(catalog, 'news')).toHaveLength(2);
  });

  it.each([
    ['en-GB', 'en'],
    ['pt-BR', 'pt'],
    ['zh-TW', 'zh-tw'],
    ['zh', 'zh-cn'],
  ])('calls the language %s as Google does', async (language, written) => {
    const catalog = await catalogOf([{}]);
    expect(await urlsIn(catalog, 'news', { language })).toMatchObject([
      {
        news: {
          publication: { name: 'The Post', language: written },
          publication_date: '2026-11-03T09:30:00+01:00',
          title: 'The wall holds',
        },
      },
    ]);
  });

  it('is empty when the site is', async () => {
    expect(await sitemap(await catalogOf([]), 'news', siteOf())).toContain('<urlset');
  });

  it.each(hostile)('shows a title as text: $name', async ({ payload }) => {
    const catalog = await catalogOf([{ title: `x${payload}` }]);
    expect(await urlsIn(catalog, 'news')).toHaveLength(1);
  });
});

describe('the sitemap of lists', () => {
  it('has the front page, sections, filled lists, the archive and standing pages', async () => {
    const catalog = await catalogOf([{}]);
    const about = card({ id: 'about', tags: [], authors: [] });
    await catalog.saveArticle(record({ card: about, kind: 'page' }));
    const sections = [{ slug: 'sport', name: 'Sport' }];
    expect((await urlsIn(catalog, 'lists', { sections })).map((each) => each.url)).toEqual(
      [
        '',
        'section/sport/',
        'author/jo-ferry/',
        'section/news/',
        'tag/harbour/',
        'archive/',
        'about/',
      ].map((page) => `https://post.example/${page}`),
    );
  });

  it('has no more addresses than search engines read, and standing pages in any case', async () => {
    const catalog = await catalogOf([]);
    const about = card({ id: 'about', tags: [], authors: [] });
    await catalog.saveArticle(record({ card: about, kind: 'page' }));
    const tags = Array.from({ length: 50_001 }, (_, index) => `tag/t${index}`);
    const latest = async (list: string) => [list === 'pages' ? about : card()];
    Object.assign(catalog, { lists: async () => tags, latest });
    const found = (await sitemap(catalog, 'lists', siteOf())) ?? '';
    expect(found.match(/<loc>/g)).toHaveLength(50_000);
    expect(found).toContain('<loc>https://post.example/about/</loc>');
  });

  it('leaves out a standing page that was first published elsewhere', async () => {
    const catalog = await catalogOf(
      [
        { id: 'about' },
        { id: 'elsewhere', canonical: 'https://other.example/a/' },
        { id: 'own', canonical: `${url}/own/` },
      ],
      { kind: 'page' },
    );
    const found = (await urlsIn(catalog, 'lists')).map((each) => each.url);
    expect(found).toEqual(['', 'archive/', 'about/', 'own/'].map((page) => `${url}/${page}`));
  });

  it('leaves out a tag whose last article is gone', async () => {
    const catalog = await catalogOf([{}]);
    await catalog.saveArticle(record({ card: card({ tags: [] }), revision: 2 }));
    const found = (await urlsIn(catalog, 'lists')).map((each) => each.url);
    expect(found).not.toContain('https://post.example/tag/harbour/');
  });
});

describe('robots.txt', () => {
  // Its types describe an ES module, but it is CommonJS: the function is the module itself.
  const parse = robotsParser as unknown as typeof robotsParser.default;
  const robots = parse(`${url}/robots.txt`, robotsText(siteOf()));

  it('lets everybody read the pages and nobody the API', () => {
    expect(robots.isAllowed(`${url}/2026/11/wall/`, 'AnyBot')).toBe(true);
    expect(robots.isAllowed(`${url}/api/replies`, 'AnyBot')).toBe(false);
  });

  it('names the sitemaps', () => {
    expect(robots.getSitemaps()).toEqual([
      'https://post.example/sitemap.xml',
      'https://post.example/sitemap-news.xml',
    ]);
  });
});
