import { Readable } from 'node:stream';
import { parseFeed } from 'feedsmith';
import { parseSitemap, parseSitemapIndex } from 'sitemap';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshId, freshName, publish } from './articles.ts';
import { pageWith, platform, read } from './platform.ts';

const tag = freshName();
const id = freshId();
const body = `See [the archive](/archive/).\n\n![Nobody](/images/${freshName()}.png)`;

beforeAll(() => publish(id, { title: 'For machines', section: 'news', tags: [tag], body }));

describe('the feeds on the site', () => {
  it.each([
    ['feed.xml', 'application/rss+xml; charset=utf-8', 'rss'],
    ['atom.xml', 'application/atom+xml; charset=utf-8', 'atom'],
    ['feed.json', 'application/feed+json; charset=utf-8', 'json'],
  ])('of a tag: %s', async (file, type, format) => {
    const path = `/tag/${tag}/${file}`;
    const text = await pageWith(path, 'For machines');
    expect((await read(path)).headers.get('content-type')).toBe(type);
    expect(parseFeed(text).format).toBe(format);
    expect(text).toContain(`${platform.url}/archive/`);
  });

  it('are named by the page of the list', async () => {
    const html = await pageWith(`/tag/${tag}/`, 'For machines');
    for (const file of ['feed.xml', 'atom.xml', 'feed.json']) {
      expect(html).toContain(`href="${platform.url}/tag/${tag}/${file}"`);
    }
  });
});

describe('the sitemaps on the site', () => {
  it('lead from robots.txt over the index to an article', async () => {
    const robots = await (await read('/robots.txt')).text();
    expect(robots).toContain(`Sitemap: ${platform.url}/sitemap.xml`);
    const month = new Date(Date.now() - 1000).toISOString().slice(0, 7);
    const index = await pageWith('/sitemap.xml', `sitemap-${month}.xml`);
    const maps = await parseSitemapIndex(Readable.from([index]));
    expect(maps.map(({ url }) => url)).toContain(`${platform.url}/sitemap-${month}.xml`);
    const articles = await parseSitemap(
      Readable.from([await pageWith(`/sitemap-${month}.xml`, id)]),
    );
    expect(articles.map(({ url }) => url)).toContain(`${platform.url}/${id}/`);
  });

  it('have the newest articles as news', async () => {
    expect(await pageWith('/sitemap-news.xml', id)).toContain('<news:title>For machines');
  });

  it('have the new tag among the lists', async () => {
    await pageWith('/sitemap-lists.xml', `/tag/${tag}/`);
  });
});

describe('structured data on the site', () => {
  it('is there for an article, and runs nothing', async () => {
    const html = await pageWith(`/${id}/`, 'For machines');
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    const [article] = JSON.parse(json)['@graph'];
    expect(article).toMatchObject({ '@type': 'NewsArticle', url: `${platform.url}/${id}/` });
  });
});
