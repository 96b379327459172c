import { describe, expect, it } from 'vitest';
import { articleChanged, movedMonths, replyChanged } from '../../../functions/route/rules.ts';
import type { ArticleRecord, Reply } from '../../../functions/shared/model.ts';
import { absent, card, record, reply } from './records.ts';

const itself = '2026/11/wall/';
/** Every page that shows the card of the article in `records.ts`. */
const cards = [
  '',
  'archive/2026/11/',
  'author/jo-ferry/',
  'author/jo-ferry/2026/11/',
  'feed.xml',
  'section/news/',
  'section/news/2026/11/',
  'tag/harbour/',
  'tag/harbour/2026/11/',
];
const october = card({ date: '2026-10-31T23:30:00+01:00' });
const inOctober = cards.map((page) => page.replace('2026/11', '2026/10'));
const culture = card({ section: { slug: 'culture', name: 'Culture' } });
const bare: Partial<ArticleRecord> = { card: { ...card(), tags: [], authors: [] } };

type Row = [string, ArticleRecord | undefined, ArticleRecord | undefined, string[]];

const changes: Row[] = [
  ['a new article: itself and all lists', undefined, record(), [itself, ...cards]],
  ['one that comes back: the same', absent(), record(), [itself, ...cards]],
  ['a deleted one: the same', record(), absent(), [itself, ...cards]],
  ['a corrected text: only itself', record(), record({ source: 'ff'.repeat(32) }), [itself]],
  [
    'a new title: all lists',
    record(),
    record({ card: card({ title: 'It leaks' }) }),
    [itself, ...cards],
  ],
  [
    'one more reply: all lists',
    record(),
    record({ card: card({ replyCount: 1 }) }),
    [itself, ...cards],
  ],
  [
    'an image in the text: only itself',
    record(),
    record({ images: { 'images/a.png': null } }),
    [itself],
  ],
  ['closed replies: only itself', record(), record({ replies: 'closed' }), [itself]],
  [
    'a canonical address: only itself',
    record(),
    record({ canonical: 'https://example.org/' }),
    [itself],
  ],
  [
    'another month: both months',
    record(),
    record({ card: october }),
    [itself, ...cards, ...inOctober],
  ],
  [
    'another section: both sections',
    record(),
    record({ card: culture }),
    [itself, ...cards, 'section/culture/', 'section/culture/2026/11/'],
  ],
  ['a tag and a byline less: their pages too', record(), record(bare), [itself, ...cards]],
  [
    'an article that becomes a standing page: the lists it leaves',
    record(),
    record({ kind: 'page' }),
    [itself, ...cards],
  ],
  ['a standing page: only itself', absent(), record({ kind: 'page' }), [itself]],
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

describe('an article changed', () => {
  it.each(changes)('%s', (_, before, after, pages) => {
    expect(articleChanged(before, after).pages.toSorted()).toEqual([...new Set(pages)].toSorted());
  });

  it('has the CDN forget the pages of an article that is gone', () => {
    expect(articleChanged(record(), absent()).purge).toBe(true);
  });

  it('leaves the CDN alone when the article stays', () => {
    expect(articleChanged(record(), record({ card: october })).purge).toBe(false);
  });
});

describe('months that may have come or gone', () => {
  it('are those of each list when the date moves to another month', () => {
    const moved = movedMonths(record(), record({ card: october }));
    expect(moved.filter(({ month }) => month === '2026-10')).toHaveLength(4);
    expect(moved.filter(({ month }) => month === '2026-11')).toHaveLength(4);
  });

  it('are none when only the day moves', () => {
    const later = card({ date: '2026-11-04T09:30:00+01:00' });
    expect(movedMonths(record(), record({ card: later }))).toEqual([]);
  });

  it('are those of the section that was left and of the one that was joined', () => {
    expect(movedMonths(record(), record({ card: culture }))).toEqual([
      { list: 'section/news', month: '2026-11' },
      { list: 'section/culture', month: '2026-11' },
    ]);
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
