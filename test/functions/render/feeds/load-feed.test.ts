import { parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { siteKey } from '../../../../functions/shared/layout.ts';
import { article, desk, settings } from '../desk.ts';

async function newsroom(more = '') {
  const news = await desk();
  await news.upload('site.yaml', `${settings}${more}`);
  await news.upload(
    'articles/wall.md',
    article('The wall', ['tags: [Harbour]'], 'See [it](/about/).'),
  );
  await news.upload(
    'articles/match.md',
    article('The match').replace('section: news', 'section: sport'),
  );
  return news;
}

async function pageOf(news: Awaited<ReturnType<typeof newsroom>>, page: string) {
  await news.render({ page });
  const object = await news.site.get(siteKey(page));
  return object && { ...object, text: Buffer.from(object.body).toString() };
}

describe('the feeds of lists', () => {
  it.each([
    ['feed.xml', 'The Post', ['The match', 'The wall']],
    ['section/news/feed.xml', 'News – The Post', ['The wall']],
    ['tag/harbour/feed.xml', 'Harbour – The Post', ['The wall']],
  ])('%s has the articles of its list', async (page, title, titles) => {
    const feed = parseRssFeed((await pageOf(await newsroom(), page))?.text ?? '');
    expect(feed.title).toBe(title);
    expect(feed.items?.map((item) => item.title).sort()).toEqual(titles);
  });

  it('have the whole text with addresses that lead to the site from anywhere', async () => {
    const feed = parseRssFeed(
      (await pageOf(await newsroom(), 'section/news/feed.xml'))?.text ?? '',
    );
    expect(feed.items?.[0]?.content?.encoded).toContain('href="https://post.example/about/"');
  });

  it.each([
    ['feed.xml', 'application/rss+xml; charset=utf-8'],
    ['atom.xml', 'application/atom+xml; charset=utf-8'],
    ['feed.json', 'application/feed+json; charset=utf-8'],
  ])('%s has its own type', async (page, type) => {
    expect((await pageOf(await newsroom(), page))?.contentType).toBe(type);
  });

  it.each(['tag/nothing/feed.xml', 'section/nowhere/atom.xml', 'author/nobody/feed.json'])(
    '%s is not there, because its list has no article',
    async (page) => {
      expect(await pageOf(await newsroom(), page)).toBeUndefined();
    },
  );

  it('are there for a section that is still empty', async () => {
    const news = await desk();
    expect((await pageOf(news, 'section/sport/atom.xml'))?.text).toContain('Sport – The Post');
  });
});
