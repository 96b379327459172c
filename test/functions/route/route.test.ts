import { describe, expect, it } from 'vitest';
import { everyPage, pagesAfter } from '../../../functions/route/every-page.ts';
import { defaultSettings } from '../../../functions/shared/default-settings.ts';
import type { ArticleRecord, SettingsRecord } from '../../../functions/shared/model.ts';
import { all } from '../shared/all.ts';
import { imageInfo } from '../shared/image-info.ts';
import { absent, card, record, reply } from './records.ts';
import { article, catalogOf, sent } from './sent.ts';

const news = { slug: 'news', name: 'News' };
const sport = { slug: 'sport', name: 'Sport' };

describe('route', () => {
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

  it('has the share picture looked at when other words stand on it, and only then', async () => {
    const catalog = await catalogOf();
    const sharesOf = async (before: ArticleRecord | undefined, after: ArticleRecord) =>
      (await sent(catalog, { kind: 'article', ...(before ? { before } : {}), after })).shares;
    const picture = [{ share: '2026/11/wall' }];
    const hero = { ...imageInfo('/images/a.jpg'), alt: 'A wall' };
    expect(await sharesOf(undefined, record())).toEqual(picture);
    expect(await sharesOf(record(), record({ card: card({ title: 'Other' }) }))).toEqual(picture);
    expect(await sharesOf(record(), record({ card: card({ section: sport }) }))).toEqual(picture);
    expect(await sharesOf(record(), record({ card: card({ hero }) }))).toEqual(picture);
    expect(await sharesOf(record(), absent())).toEqual(picture);
    expect(await sharesOf(record(), record({ card: card({ replyCount: 3 }) }))).toEqual([]);
    const shown = record({ card: card({ hero }) });
    expect(await sharesOf(shown, record({ card: card({ hero, title: 'Other' }) }))).toEqual([]);
  });

  it('has all share pictures looked at when the newsroom has another name', async () => {
    const catalog = await catalogOf();
    const [before, renamed] = [settings(1, []), settings(2, [])];
    renamed.settings = { ...renamed.settings, title: 'Another name' };
    const all = await sent(catalog, { kind: 'settings', before, after: renamed });
    expect(all.shares).toEqual([{ everyShareAfter: '' }]);
    const same = await sent(catalog, { kind: 'settings', before, after: settings(2, [news]) });
    expect(same.shares).toEqual([]);
  });

  it('has every page rendered when the settings changed, and those of sections that are gone', async () => {
    const catalog = await catalogOf(article('a', '2026-07-01'));
    const before = settings(1, [news, sport]);
    await catalog.saveSettings(settings(1, [news]));
    const after = await catalog.settings();
    const { renders } = await sent(catalog, { kind: 'settings', before, after });
    expect(renders).toEqual([
      { page: 'section/sport/' },
      { page: 'section/sport/feed.xml' },
      { page: 'section/sport/atom.xml' },
      { page: 'section/sport/feed.json' },
      { everyPageAfter: '' },
    ]);
  });

  it('names every feed there may be of a kind that was turned off', async () => {
    const catalog = await catalogOf(article('a', '2026-07-01'));
    const before = settings(1, [news, sport]);
    const after = { revision: 2, settings: { ...before.settings, feeds: ['rss' as const] } };
    const { renders } = await sent(catalog, { kind: 'settings', before, after });
    const lists = ['', 'section/news/', 'section/sport/', 'author/jo-ferry/', 'tag/harbour/'];
    expect(renders).toEqual([
      ...lists.flatMap((list) => [{ page: `${list}atom.xml` }, { page: `${list}feed.json` }]),
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
    const feeds = [
      '',
      'author/jo-ferry/',
      'section/news/',
      'section/sport/',
      'tag/harbour/',
    ].flatMap((list) => [`${list}feed.xml`, `${list}atom.xml`, `${list}feed.json`]);
    expect(pages.toSorted()).toEqual(
      [
        '',
        '404.html',
        'a/',
        'about/',
        'archive/',
        'archive/2026/07/',
        'assets/',
        'author/jo-ferry/',
        'author/jo-ferry/2026/07/',
        'b/',
        'robots.txt',
        'section/news/',
        'section/news/2026/07/',
        'section/sport/',
        'sitemap-2026-07.xml',
        'sitemap-lists.xml',
        'sitemap-news.xml',
        'sitemap.xml',
        'tag/harbour/',
        'tag/harbour/2026/07/',
        ...feeds,
      ].toSorted(),
    );
  });

  it('has no feed that is turned off, and no list that lost its articles', async () => {
    const catalog = await catalogOf(article('a', '2026-07-01'));
    await catalog.saveArticle({ ...absent(), id: 'a', revision: 2 });
    await catalog.saveSettings({ revision: 1, settings: { ...defaultSettings, feeds: ['atom'] } });
    const pages = await all(everyPage(catalog));
    expect(pages.filter((page) => /feed|atom|harbour/.test(page))).toEqual(['atom.xml']);
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
    expect(second.pages.length).toBeLessThan(20);
  });
});

function settings(revision: number, sections: SettingsRecord['settings']['sections']) {
  return { revision, settings: { ...defaultSettings, sections } };
}
