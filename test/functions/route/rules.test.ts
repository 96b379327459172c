import { describe, expect, it } from 'vitest';
import { replyChanged } from '../../../functions/route/rules.ts';
import { feedPage, latestPage, monthPage, sitemapPages } from '../../../functions/shared/layout.ts';
import type { ArticleRecord, Reply } from '../../../functions/shared/model.ts';
import { absent, card, record, reply } from './records.ts';
import { article, catalogOf, sent } from './sent.ts';

const itself = '2026/11/wall/';
const lists = ['home', 'section/news', 'tag/harbour', 'author/jo-ferry'];
const newest = lists.map(latestPage);
const months = lists.map((list) => monthPage(list, '2026-11'));
const rss = lists.map((list) => feedPage(list, 'rss'));
const feeds = [
  ...rss,
  ...lists.flatMap((list) => [feedPage(list, 'atom'), feedPage(list, 'json')]),
];
const maps = ['sitemap-2026-11.xml', 'sitemap-news.xml'];
/** Every page that shows the card of the article in `records.ts`, beside an older one of the same month. */
const cards = [...newest, ...months, ...feeds, ...maps, 'old/'];

const inOctober = lists.map((list) => monthPage(list, '2026-10'));
const october = card({ date: '2026-10-31T23:30:00+01:00' });
const culture = card({ section: { slug: 'culture', name: 'Culture' } });
const bare: Partial<ArticleRecord> = { card: { ...card(), tags: [], authors: [] } };

type Row = [string, ArticleRecord | undefined, ArticleRecord | undefined, string[]];

const changes: Row[] = [
  ['a new article: itself, all lists, the one before it', undefined, record(), [itself, ...cards]],
  ['one that comes back: the same', absent(), record(), [itself, ...cards]],
  ['a deleted one: the same', record(), absent(), [itself, ...cards]],
  [
    'a corrected text: itself and the feeds, which have it whole',
    record(),
    record({ source: 'ff'.repeat(32) }),
    [itself, ...feeds],
  ],
  [
    'a correction told: the same',
    record(),
    record({ corrections: [{ date: '2026-11-04T09:30:00+01:00', text: 'No.' }] }),
    [itself, ...feeds],
  ],
  [
    'an image in the text: the same',
    record(),
    record({ images: { 'images/a.png': null } }),
    [itself, ...feeds],
  ],
  [
    'a new title: all lists',
    record(),
    record({ card: card({ title: 'It leaks' }) }),
    [itself, ...cards],
  ],
  [
    'one more reply: the lists, and the feeds that count replies',
    record(),
    record({ card: card({ replyCount: 1 }) }),
    [...newest, ...months, ...rss],
  ],
  ['closed replies: only itself', record(), record({ replies: 'closed' }), [itself]],
  [
    'a canonical address: the maps, with all that shows the card',
    record(),
    record({ card: card({ canonical: 'https://example.org/' }) }),
    [itself, ...cards],
  ],
  [
    'another month: both months and both neighbours',
    record(),
    record({ card: october }),
    [itself, ...cards, ...inOctober, 'sitemap-2026-10.xml', 'oct/'],
  ],
  [
    'another section: both sections, and that there is one more',
    record(),
    record({ card: culture }),
    [
      itself,
      ...cards,
      'section/culture/',
      'section/culture/2026/11/',
      ...(['rss', 'atom', 'json'] as const).map((format) => feedPage('section/culture', format)),
      sitemapPages.lists,
    ],
  ],
  [
    'no tags and authors any more: the lists it leaves too',
    record(),
    record(bare),
    [itself, ...cards],
  ],
  [
    'an article that becomes a standing page: the lists it leaves, and the map of pages',
    record(),
    record({ kind: 'page' }),
    [itself, ...cards, sitemapPages.lists],
  ],
  [
    'a new standing page: itself and the map',
    absent(),
    record({ kind: 'page' }),
    [itself, sitemapPages.lists],
  ],
  [
    'a changed standing page: only itself',
    record({ kind: 'page' }),
    record({ kind: 'page', source: 'ff'.repeat(32) }),
    [itself],
  ],
  [
    'a standing page that turns out to be published elsewhere: itself and the map',
    record({ kind: 'page' }),
    record({ kind: 'page', card: card({ canonical: 'https://other.example/a/' }) }),
    [itself, sitemapPages.lists],
  ],
  [
    'the same bytes uploaded again: nothing',
    record(),
    record({ versionId: 'v2', revision: 2 }),
    [],
  ],
  ['new settings that change nothing here: nothing', record(), record({ settingsRevision: 2 }), []],
  [
    'a refused upload to an empty address: nothing',
    absent(),
    { ...absent(), seen: { a: 'v2' } },
    [],
  ],
  ['a draft: nothing', undefined, absent(), []],
];

async function touched(before: ArticleRecord | undefined, after: ArticleRecord | undefined) {
  const [old, oct] = [article('old', '2026-11-01'), article('oct', '2026-10-01')];
  const catalog = await catalogOf(old, oct, after);
  const change = { ...(before ? { before } : {}), ...(after ? { after } : {}) };
  return sent(catalog, { kind: 'article', ...change });
}

describe('an article changed', () => {
  it.each(changes)('%s', async (_, before, after, pages) => {
    const found = await touched(before, after);
    expect(found.pages.toSorted()).toEqual([...new Set(pages)].toSorted());
  });

  it('has the CDN forget the pages with the words of an article that is gone', async () => {
    const { renders } = await touched(record(), absent());
    const purged = renders.flatMap((one) => ('page' in one && one.purge ? one.page : []));
    expect(purged.toSorted()).toEqual([itself, ...newest, ...months, ...feeds].toSorted());
  });

  it('leaves the CDN alone when the article stays', async () => {
    const { renders } = await touched(record(), record({ card: october }));
    expect(renders.filter((one) => 'purge' in one)).toEqual([]);
  });
});

const shown = { pages: [itself], recheck: ['2026/11/wall'], purge: false };
const hidden = { ...shown, purge: true };
const nothing = { pages: [], recheck: [], purge: false };

const replies: [string, Reply | undefined, Reply, object][] = [
  ['a new one that is held: nothing', undefined, reply('held'), nothing],
  ['a held one that is spam: nothing', reply('held'), reply('spam'), nothing],
  ['an approved one: its page, and the count', reply('held'), reply('approved'), shown],
  ['one that was published at once: the same', undefined, reply('approved'), shown],
  ['a withdrawn one: the CDN forgets its page', reply('approved'), reply('trash'), hidden],
  [
    'another text: the CDN forgets the old one',
    reply('approved'),
    reply('approved', { text: 'No.' }),
    hidden,
  ],
  ['another name: its page', reply('approved'), reply('approved', { name: 'Bo' }), shown],
  ['the same once more: nothing', reply('approved'), reply('approved'), nothing],
];

describe('a reply changed', () => {
  it.each(replies)('%s', (_, before, after, touched) => {
    expect(replyChanged(before, after)).toEqual(touched);
  });
});
