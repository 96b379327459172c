import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../functions/shared/default-settings.ts';
import type { MemoryCatalog } from '../../../functions/shared/memory-catalog.ts';
import type { ArticleRecord } from '../../../functions/shared/model.ts';
import { absent, card, record } from './records.ts';
import { article, catalogOf, sent } from './sent.ts';

const culture = { section: { slug: 'culture', name: 'Culture' } };
const bare = { tags: [], authors: [] };

/** One of each day of a week in November, `n3` being of the third. */
const week = [1, 2, 3, 4, 5, 6, 7].map((day) => article(`n${day}`, `2026-11-0${day}`));
const middle = article('n4', '2026-11-04');

/** Articles among the pages that route names. */
async function articles(catalog: MemoryCatalog, before?: ArticleRecord, after?: ArticleRecord) {
  const change = { ...(before ? { before } : {}), ...(after ? { after } : {}) };
  const { pages } = await sent(catalog, { kind: 'article', ...change });
  return pages.filter((page) => /^[a-z]+\d?\/$/.test(page) && page !== 'archive/').toSorted();
}

async function pages(catalog: MemoryCatalog, before?: ArticleRecord, after?: ArticleRecord) {
  const change = { ...(before ? { before } : {}), ...(after ? { after } : {}) };
  return (await sent(catalog, { kind: 'article', ...change })).pages;
}

describe('an article among others', () => {
  it('is shown by the one before it, the one after it, and those it is related to', async () => {
    expect(await articles(await catalogOf(...week), undefined, middle)).toEqual([
      'n3/',
      'n4/',
      'n5/',
      'n6/',
      'n7/',
    ]);
  });

  it('is shown by no more of them when it is the newest', async () => {
    const newest = article('n8', '2026-11-08');
    expect(await articles(await catalogOf(...week, newest), undefined, newest)).toEqual([
      'n7/',
      'n8/',
    ]);
  });

  it('is missed by the same ones when it goes', async () => {
    const others = week.filter(({ id }) => id !== 'n4');
    const gone = { ...absent(), id: 'n4' };
    expect(await articles(await catalogOf(...others), middle, gone)).toEqual([
      'n3/',
      'n4/',
      'n5/',
      'n6/',
      'n7/',
    ]);
  });

  it('changes those around where it was and those around where it is when its date changes', async () => {
    const before = article('n9', '2026-11-09');
    const after = article('n9', '2026-11-01');
    const catalog = await catalogOf(...week, after);
    expect(await articles(catalog, before, after)).toEqual(
      ['n1/', 'n2/', 'n3/', 'n4/', 'n7/', 'n9/'].toSorted(),
    );
  });

  it('is shown by those of its section and of its tags only', async () => {
    const catalog = await catalogOf(
      article('home', '2026-11-05', { ...culture, ...bare }),
      article('tagged', '2026-11-06', culture),
      article('authored', '2026-11-07', { ...culture, tags: [] }),
      article('next', '2026-11-08', bare),
      middle,
    );
    expect(await articles(catalog, undefined, middle)).toEqual([
      'home/',
      'n4/',
      'next/',
      'tagged/',
    ]);
  });

  it('does not change others with another count of replies, another text or other rules', async () => {
    const catalog = await catalogOf(...week);
    const counted = record({ card: { ...(middle.card ?? card()), replyCount: 9 } });
    expect(await articles(catalog, middle, counted)).toEqual([]);
    for (const changes of [{ source: 'ff' }, { replies: 'off' as const }]) {
      expect(await articles(catalog, middle, { ...middle, ...changes })).toEqual(['n4/']);
    }
  });

  it('leaves the newest page and the feeds alone when it is none of the newest', async () => {
    const catalog = await catalogOf(...week);
    const settings = { ...defaultSettings, pageSize: 2 };
    await catalog.saveSettings({ revision: 1, settings });
    const retitled = (of: ArticleRecord) =>
      record({ ...of, card: { ...(of.card ?? card()), title: 'New' } });
    const old = await pages(catalog, middle, retitled(middle));
    expect(old.filter((page) => page === '' || /feed|atom/.test(page))).toEqual([]);
    expect(old).toContain('section/news/2026/11/');
    const [sixth] = week.slice(4, 5) as [ArticleRecord];
    expect(await pages(catalog, sixth, retitled(sixth))).toEqual(
      expect.arrayContaining(['', 'section/news/atom.xml', 'tag/harbour/']),
    );
  });

  it('is on the front page as long as it is featured, however old', async () => {
    const catalog = await catalogOf(...week);
    await catalog.saveSettings({ revision: 1, settings: { ...defaultSettings, pageSize: 2 } });
    const [first] = week as [ArticleRecord];
    const featured = record({ card: { ...(first.card ?? card()), featured: true } });
    for (const [before, after] of [
      [first, featured],
      [featured, first],
    ] as const) {
      expect(await pages(catalog, before, after)).toContain('');
    }
  });
});

describe('a month', () => {
  const july = article('a', '2026-07-01');
  const september = article('b', '2026-09-10');
  const november = article('c', '2026-11-01');
  const overviews = ['archive/', 'sitemap.xml'];
  const beside = [
    'archive/2026/07/',
    'archive/2026/11/',
    'section/news/2026/07/',
    'tag/harbour/2026/11/',
    'author/jo-ferry/2026/07/',
  ];

  it('that came changes the months on both sides, and what shows all months', async () => {
    const catalog = await catalogOf(july, september, november);
    expect(await pages(catalog, undefined, september)).toEqual(
      expect.arrayContaining([...beside, ...overviews]),
    );
  });

  it('that is gone changes the same', async () => {
    const catalog = await catalogOf(july, november);
    expect(await pages(catalog, september, { ...absent(), id: 'b' })).toEqual(
      expect.arrayContaining([...beside, ...overviews]),
    );
  });

  it('that came with several articles is told of by the oldest of them', async () => {
    const later = article('d', '2026-09-11');
    const catalog = await catalogOf(july, later, september, november);
    const named = await pages(catalog, undefined, later);
    expect(named.filter((page) => [...beside, ...overviews].includes(page))).toEqual([]);
    expect(await pages(catalog, undefined, september)).toEqual(expect.arrayContaining(overviews));
  });

  it('of a tag alone does not change what shows the months of the site', async () => {
    const untagged = article('d', '2026-09-01', { tags: [] });
    const named = await pages(
      await catalogOf(july, untagged, september, november),
      undefined,
      september,
    );
    expect(named).toContain('tag/harbour/2026/07/');
    expect(named.filter((page) => overviews.includes(page))).toEqual([]);
  });
});

describe('a list', () => {
  const boats = { tags: [{ slug: 'boats', name: 'Boats' }] };
  const [first] = week as [ArticleRecord];
  const tagged = article('n1', '2026-11-01', boats);

  it('that came or went changes the map of all lists, and takes feeds along that are off', async () => {
    for (const [before, after] of [
      [first, tagged],
      [tagged, first],
    ] as const) {
      const catalog = await catalogOf(...week.slice(1), after);
      await catalog.saveSettings({ revision: 1, settings: { ...defaultSettings, feeds: [] } });
      expect(await pages(catalog, before, after)).toEqual(
        expect.arrayContaining(['sitemap-lists.xml', 'tag/boats/feed.xml', 'tag/boats/atom.xml']),
      );
    }
  });

  it('that only grows does not change the map', async () => {
    expect(await pages(await catalogOf(...week), undefined, middle)).not.toContain(
      'sitemap-lists.xml',
    );
  });
});
