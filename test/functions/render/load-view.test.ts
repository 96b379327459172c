import { describe, expect, it } from 'vitest';
import { loadView } from '../../../functions/render/load-view.ts';
import { parsePage } from '../../../functions/shared/pages.ts';
import { article, desk } from './desk.ts';

type Desk = Awaited<ReturnType<typeof desk>>;

async function viewOf(news: Desk, page: string) {
  const name = parsePage(page);
  if (name.kind !== 'address' && name.kind !== 'list') throw new Error(`${page} has no view`);
  const { settings } = await news.catalog.settings();
  return (await loadView(news, name, settings))?.view;
}

/** So many articles, one an hour, from 1 October on; `wall-1` is the oldest. */
async function deskWith(count: number, lines: string[] = []) {
  const news = await desk();
  for (let nth = 1; nth <= count; nth += 1) {
    const hour = new Date(Date.UTC(2026, 9, 1, nth)).toISOString();
    const body = article('The wall', lines).replace('2026-11-03 09:30', hour);
    await news.upload(`articles/wall-${nth}.md`, body);
  }
  return news;
}

describe('the view of an article', () => {
  it('holds its text as HTML and its approved replies', async () => {
    const news = await desk();
    await news.upload('articles/wall.md', article('The wall', [], 'It *held*.'));
    await news.approve({
      article: 'wall',
      id: '01',
      text: 'Fine **wall**.',
      email: 'a@example.org',
    });
    expect(await viewOf(news, 'wall/')).toMatchObject({
      kind: 'article',
      html: '<p>It <em>held</em>.</p>\n',
      card: { title: 'The wall', replyCount: 1 },
      replies: [{ id: '01', name: 'Ada', html: expect.stringContaining('<strong>wall</strong>') }],
      replyRule: 'open',
    });
  });

  it('holds no e-mail address', async () => {
    const news = await desk();
    await news.upload('articles/wall.md', article('The wall'));
    await news.approve({ article: 'wall', email: 'ada@example.org' });
    expect(JSON.stringify(await viewOf(news, 'wall/'))).not.toContain('ada@');
  });

  it.each(['held', 'spam', 'trash', 'rejected'] as const)(
    'holds no reply that is %s',
    async (state) => {
      const news = await desk();
      await news.upload('articles/wall.md', article('The wall'));
      await news.approve({ article: 'wall', state });
      expect(await viewOf(news, 'wall/')).toMatchObject({ replies: [], card: { replyCount: 0 } });
    },
  );

  it.each([
    ['https://example.org/', 'https://example.org/'],
    ['HTTP://example.org', 'HTTP://example.org'],
    ['javascript:alert(1)', undefined],
    [' https://example.org/', undefined],
  ])('makes of a website “%s”: %s', async (website, shown) => {
    const news = await desk();
    await news.upload('articles/wall.md', article('The wall'));
    await news.approve({ article: 'wall', website });
    const view = await viewOf(news, 'wall/');
    expect(view?.kind === 'article' && view.replies[0]?.website).toBe(shown);
  });

  it('follows the article’s own rule for replies, then the site’s', async () => {
    const news = await desk();
    await news.upload('articles/wall.md', article('The wall', ['replies: closed']));
    await news.upload('articles/quay.md', article('The quay'));
    expect(await viewOf(news, 'wall/')).toMatchObject({ replyRule: 'closed' });
    expect(await viewOf(news, 'quay/')).toMatchObject({ replyRule: 'open' });
  });

  it('holds no reply where they are off, as often as the rule changes', async () => {
    const news = await desk();
    await news.upload('articles/wall.md', article('The wall', ['replies: off']));
    await news.approve({ article: 'wall', id: '01' });
    const count = async () => (await news.catalog.latest('home', 1))[0]?.replyCount;
    expect(await count()).toBe(0);
    expect(await viewOf(news, 'wall/')).toMatchObject({ replies: [], card: { replyCount: 0 } });
    await news.upload('articles/wall.md', article('The wall', ['replies: closed']));
    expect(await count()).toBe(1);
    expect(await viewOf(news, 'wall/')).toMatchObject({ replies: [{}], card: { replyCount: 1 } });
  });

  it('never takes replies on a standing page', async () => {
    const news = await desk();
    await news.upload('pages/about.md', '---\ntitle: About us\n---\nWe write.\n');
    expect(await viewOf(news, 'about/')).toMatchObject({ kind: 'page', replyRule: 'off' });
  });

  it('is of the last good version after a bad upload', async () => {
    const news = await desk();
    await news.upload('articles/wall.md', article('The wall', [], 'Good.'));
    await news.upload('articles/wall.md', article('The wall', ['titel: no'], 'Bad.'));
    expect(await viewOf(news, 'wall/')).toMatchObject({ html: '<p>Good.</p>\n' });
  });
});

describe('the view of a list', () => {
  it('holds the twenty newest articles, newest first', async () => {
    const view = await viewOf(await deskWith(21), '');
    const ids = view?.kind === 'list' ? view.cards.map(({ id }) => id) : [];
    expect(ids).toHaveLength(20);
    expect([ids[0], ids[19]]).toEqual(['wall-21', 'wall-2']);
  });

  it('leads from twenty articles nowhere and from more to the month they end in', async () => {
    expect(await viewOf(await deskWith(20), '')).not.toHaveProperty('older');
    expect(await viewOf(await deskWith(21), '')).toHaveProperty('older', 'archive/2026/10/');
  });

  it('leads from a month to the nearest months that have articles', async () => {
    const news = await desk();
    for (const month of ['2026-07', '2026-09', '2026-11']) {
      const source = article('The wall').replace('2026-11-03 09:30', `${month}-01`);
      await news.upload(`articles/${month}.md`, source);
    }
    expect(await viewOf(news, 'section/news/2026/09/')).toMatchObject({
      month: '2026-09',
      older: 'section/news/2026/07/',
      newer: 'section/news/2026/11/',
    });
    expect(await viewOf(news, 'archive/2026/07/')).not.toHaveProperty('older');
    expect(await viewOf(news, 'archive/2026/11/')).not.toHaveProperty('newer');
  });

  it('has the name of the section from site.yaml, and that of a tag from its newest article', async () => {
    const news = await deskWith(2, ['tags: [harbour]']);
    await news.upload('articles/new.md', article('New', ['tags: [Harbour]']));
    expect(await viewOf(news, 'section/news/')).toMatchObject({
      listKind: 'section',
      ref: { slug: 'news', name: 'News', description: 'From the harbour' },
    });
    expect(await viewOf(news, 'tag/harbour/')).toMatchObject({
      listKind: 'tag',
      ref: { slug: 'harbour', name: 'Harbour' },
    });
  });

  it('is there without articles for home and for sections, and not for anything else', async () => {
    const news = await desk();
    expect(await viewOf(news, '')).toMatchObject({ cards: [] });
    expect(await viewOf(news, 'section/sport/')).toMatchObject({ cards: [] });
    for (const page of ['section/none/', 'section/news/2026/11/', 'tag/harbour/', 'author/jo/']) {
      expect(await viewOf(news, page)).toBeUndefined();
    }
  });

  it('holds no drafts and no standing pages', async () => {
    const news = await desk();
    await news.upload('articles/wall.md', article('The wall', ['status: draft']));
    await news.upload('pages/about.md', '---\ntitle: About us\n---\nWe write.\n');
    expect(await viewOf(news, '')).toMatchObject({ cards: [] });
  });
});
