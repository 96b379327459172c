import { describe, expect, it } from 'vitest';
import { everyPage, pagesAfter } from '../../../functions/route/every-page.ts';
import { subjects } from '../../../functions/shared/layout.ts';
import type { ArticleRecord } from '../../../functions/shared/model.ts';
import { all } from '../shared/all.ts';
import { absent, card, record, reply } from './records.ts';
import { article, catalogOf, sent } from './sent.ts';

const id = '2026/11/wall';

/** An address that leads to the article of `records.ts`. */
function former(at: string, redirect: Partial<ArticleRecord['redirect']> = {}): ArticleRecord {
  const to = { to: id, key: `articles/${id}.md`, replies: false, ...redirect };
  return { ...absent(), id: at, state: 'moved', redirect: to };
}

describe('an article that says where it was', () => {
  const named = record({ aliases: ['old', 'older'] });

  it('has its former addresses looked at when it comes, and when it goes', async () => {
    const catalog = await catalogOf();
    const came = await sent(catalog, { kind: 'article', after: named });
    expect(came.rechecks).toEqual([{ id: 'old' }, { id: 'older' }]);
    const went = await sent(catalog, { kind: 'article', before: named, after: absent() });
    expect(went.rechecks).toEqual([{ id: 'old' }, { id: 'older' }]);
  });

  it.each<[string, Partial<ArticleRecord>]>([
    ['names others', { aliases: ['old', 'oldest'] }],
    ['shows their replies', { formerly: ['old'] }],
    ['is made of another version', { versionId: 'v2' }],
    ['has a newer version, which was refused', { seen: { 'articles/2026/11/wall.md': 'v2' } }],
    ['is judged by other settings', { settingsRevision: 2 }],
    ['waits for its date', { state: 'scheduled' }],
  ])('has them looked at when it %s', async (_, changes) => {
    const after = { ...named, ...changes };
    const { rechecks } = await sent(await catalogOf(), { kind: 'article', before: named, after });
    expect(rechecks).toEqual(expect.arrayContaining([{ id: 'old' }, { id: 'older' }]));
  });

  it('has nothing looked at when it got a reply', async () => {
    const after = { ...named, card: card({ replyCount: 1 }) };
    const { rechecks } = await sent(await catalogOf(), { kind: 'article', before: named, after });
    expect(rechecks).toEqual([]);
  });

  it('is named at them by its title', async () => {
    const after = { ...named, card: card({ title: 'Changed' }) };
    const { pages } = await sent(await catalogOf(), { kind: 'article', before: named, after });
    expect(pages).toEqual(expect.arrayContaining(['old/', 'older/']));
  });

  it.each<[string, ArticleRecord]>([
    ['was away', absent()],
    ['was a draft', record({ state: 'draft' })],
    ['waited for its date', { ...named, state: 'scheduled' }],
  ])('is named at them anew when it comes back and %s', async (_, before) => {
    const after = { ...named, card: card({ title: 'Changed' }) };
    const { pages } = await sent(await catalogOf(), { kind: 'article', before, after });
    expect(pages).toEqual(expect.arrayContaining(['old/', 'older/']));
  });
});

describe('an address', () => {
  const users = async () => {
    const catalog = await catalogOf();
    await catalog.noteUse(subjects.link('old'), 'linking');
    await catalog.noteUse(subjects.alias('old'), 'naming');
    return catalog;
  };

  it.each<[string, ArticleRecord | undefined, ArticleRecord]>([
    ['that gets an article', undefined, article('old', '2026-11-01')],
    ['that loses it', article('old', '2026-11-01'), { ...absent(), id: 'old' }],
    ['that leads elsewhere', { ...absent(), id: 'old' }, former('old')],
    ['that leads to another article', former('old'), former('old', { to: 'ferry' })],
  ])('%s has those looked at who link to it or name it', async (_, before, after) => {
    const change = { kind: 'article', ...(before ? { before } : {}), after } as const;
    const { rechecks } = await sent(await users(), change);
    expect(rechecks).toEqual([{ id: 'linking' }, { id: 'naming' }]);
  });

  it('whose article is corrected has nobody looked at', async () => {
    const before = article('old', '2026-11-01');
    const change = { kind: 'article', before, after: { ...before, source: 'other' } } as const;
    expect((await sent(await users(), change)).rechecks).toEqual([]);
  });

  it('that leads elsewhere has the page with its replies rendered, and the one before forgotten', async () => {
    const change = {
      kind: 'article',
      before: former('old', { replies: true }),
      after: former('old', { to: 'ferry', replies: true }),
    } as const;
    const { renders } = await sent(await catalogOf(), change);
    expect(renders).toEqual([
      { page: 'old/' },
      { page: 'ferry/' },
      { page: `${id}/`, purge: true },
    ]);
  });
});

describe('a reply to a former address', () => {
  const before = reply('approved', { article: 'old' });
  const change = { kind: 'reply', before, after: { ...before, state: 'spam' } } as const;

  it('is taken from the page that shows it, and counted there', async () => {
    const catalog = await catalogOf(record(), former('old', { replies: true }));
    const { renders, rechecks } = await sent(catalog, change);
    expect(renders).toContainEqual({ page: `${id}/`, purge: true });
    expect(rechecks).toContainEqual({ id });
  });

  it('that stayed behind touches no other page', async () => {
    const { renders } = await sent(await catalogOf(record(), former('old')), change);
    expect(renders).toEqual([{ page: 'old/', purge: true }]);
  });
});

describe('every page', () => {
  const stock = () =>
    catalogOf(article('a', '2026-07-01'), former('old'), former('older'), former('oldest'));

  it('has those at former addresses among them', async () => {
    const pages = await all(everyPage(await stock()));
    expect(pages).toEqual(expect.arrayContaining(['old/', 'older/', 'oldest/']));
  });

  it.each([1, 2, 3, 4, 5])('has them in parts of %i too, each once', async (most) => {
    const catalog = await stock();
    const named: string[] = [];
    for (let after: string | undefined = ''; after !== undefined; ) {
      const part: { pages: string[]; next?: string } = await pagesAfter(catalog, after, most);
      named.push(...part.pages.filter((page) => page.startsWith('old') || page === 'a/'));
      after = part.next;
    }
    expect(named).toEqual(['a/', 'old/', 'older/', 'oldest/']);
  });
});
