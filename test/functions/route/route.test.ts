import { describe, expect, it } from 'vitest';
import { everyPage, pagesAfter } from '../../../functions/route/every-page.ts';
import { type Change, route } from '../../../functions/route/route.ts';
import { defaultSettings } from '../../../functions/shared/default-settings.ts';
import { MemoryCatalog } from '../../../functions/shared/memory-catalog.ts';
import type { Recheck, RenderMessage } from '../../../functions/shared/messages.ts';
import type { ArticleRecord, SettingsRecord } from '../../../functions/shared/model.ts';
import { all } from '../shared/all.ts';
import { absent, card, record, reply } from './records.ts';

const news = { slug: 'news', name: 'News' };
const sport = { slug: 'sport', name: 'Sport' };

async function catalogOf(...records: ArticleRecord[]): Promise<MemoryCatalog> {
  const catalog = new MemoryCatalog();
  for (const one of records) await catalog.saveArticle(one);
  return catalog;
}

function article(id: string, date: string): ArticleRecord {
  return record({ card: card({ id, date: `${date}T12:00:00+01:00` }) });
}

/** What route sends when it hears of these changes. */
async function sent(catalog: MemoryCatalog, ...changes: Change[]) {
  const renders: RenderMessage[] = [];
  const rechecks: Recheck[] = [];
  const parts = {
    catalog,
    toRender: async (messages: RenderMessage[]) => void renders.push(...messages),
    toIngest: async (messages: Recheck[]) => void rechecks.push(...messages),
  };
  await route(parts, changes);
  const pages = renders.flatMap((message) => ('page' in message ? message.page : []));
  return { renders, rechecks, pages };
}

describe('route', () => {
  it('names the archive pages on both sides of a month that came', async () => {
    const after = article('b', '2026-09-10');
    const catalog = await catalogOf(article('a', '2026-07-01'), after, article('c', '2026-11-01'));
    const { pages } = await sent(catalog, { kind: 'article', after });
    expect(pages).toEqual(
      expect.arrayContaining(['archive/2026/07/', 'archive/2026/11/', 'tag/harbour/2026/07/']),
    );
  });

  it('names the archive pages on both sides of a month that is gone', async () => {
    const before = article('b', '2026-09-10');
    const catalog = await catalogOf(article('a', '2026-07-01'), article('c', '2026-11-01'));
    const { pages } = await sent(catalog, { kind: 'article', before, after: absent() });
    expect(pages).toEqual(expect.arrayContaining(['archive/2026/07/', 'archive/2026/11/']));
  });

  it('names a page once for a whole batch, and has it forgotten if any change wants that', async () => {
    const { renders } = await sent(
      await catalogOf(),
      { kind: 'reply', before: reply('held'), after: reply('approved') },
      { kind: 'reply', before: reply('approved'), after: reply('spam') },
      { kind: 'reply', before: reply('held'), after: reply('approved') },
    );
    expect(renders).toEqual([{ page: '2026/11/wall/', purge: true }]);
  });

  it('has every article looked at again that shows a changed image', async () => {
    const catalog = await catalogOf();
    await catalog.noteUse('images/wall.png', '2026/11/wall');
    await catalog.noteUse('images/wall.png', 'about');
    await catalog.noteUse('images/quay.png', '2026/11/quay');
    const after = { key: 'images/wall.png', revision: 1, state: 'absent' } as const;
    const { pages, rechecks } = await sent(catalog, { kind: 'image', after });
    expect(rechecks).toEqual([{ id: '2026/11/wall' }, { id: 'about' }]);
    expect(pages).toEqual([]);
  });

  it('has every page rendered when the settings changed, and those of sections that are gone', async () => {
    const catalog = await catalogOf(article('a', '2026-07-01'));
    const before = settings(1, [news, sport]);
    await catalog.saveSettings(settings(1, [news]));
    const after = await catalog.settings();
    const { renders } = await sent(catalog, { kind: 'settings', before, after });
    expect(renders).toEqual([
      { page: 'section/news/' },
      { page: 'section/sport/' },
      { everyPageAfter: '' },
    ]);
  });

  it('names nothing when settings were stored that are the same', async () => {
    const changes = { before: settings(1, [news]), after: settings(2, [news]) };
    const { renders } = await sent(await catalogOf(), { kind: 'settings', ...changes });
    expect(renders).toEqual([]);
  });
});

describe('every page', () => {
  it('is there once: fixed ones, sections, articles, standing pages, lists and months', async () => {
    const catalog = await catalogOf(
      article('a', '2026-07-01'),
      article('b', '2026-07-02'),
      record({ kind: 'page', card: card({ id: 'about' }) }),
    );
    await catalog.saveSettings(settings(1, [news, sport]));
    const pages: string[] = [];
    for await (const page of everyPage(catalog)) pages.push(page);
    expect(pages.toSorted()).toEqual([
      '',
      '404.html',
      'a/',
      'about/',
      'archive/2026/07/',
      'assets/',
      'author/jo-ferry/',
      'author/jo-ferry/2026/07/',
      'b/',
      'feed.xml',
      'section/news/',
      'section/news/2026/07/',
      'section/sport/',
      'tag/harbour/',
      'tag/harbour/2026/07/',
    ]);
  });
});

describe('every page, in parts', () => {
  it.each([1, 2, 3, 4, 5])('is there when a part has %i articles', async (most) => {
    const catalog = await catalogOf(
      article('a', '2026-07-01'),
      article('b', '2026-07-01'),
      article('c', '2026-09-01'),
      article('d', '2026-11-01'),
      record({ kind: 'page', card: card({ id: 'about' }) }),
    );
    await catalog.saveSettings(settings(1, [news, sport]));
    const found: string[] = [];
    for (let after: string | undefined = ''; after !== undefined; ) {
      const part: { pages: string[]; next?: string } = await pagesAfter(catalog, after, most);
      found.push(...part.pages);
      after = part.next;
    }
    const whole = await all(everyPage(catalog));
    expect(new Set(found)).toEqual(new Set(whole));
    for (const page of ['a/', 'b/', 'c/', 'd/', 'about/', '404.html', 'section/sport/']) {
      expect(found.filter((other) => other === page)).toEqual([page]);
    }
  });

  it('does not grow with the archive', async () => {
    const ids = Array.from({ length: 50 }, (_, nth) => String(nth));
    const catalog = await catalogOf(...ids.map((id) => article(id, '2026-07-01')));
    const first = await pagesAfter(catalog, '', 10);
    const second = await pagesAfter(catalog, String(first.next), 10);
    expect(second.pages.filter((page) => /^\d+\/$/.test(page))).toHaveLength(10);
    expect(second.pages.length).toBeLessThan(30);
  });
});

function settings(revision: number, sections: SettingsRecord['settings']['sections']) {
  return { revision, settings: { ...defaultSettings, sections } };
}
