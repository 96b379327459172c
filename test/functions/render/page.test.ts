import { describe, expect, it } from 'vitest';
import { renderPage } from '../../../functions/render/page.ts';
import { assets, stylesheetHash } from '../../../functions/render/theme/index.ts';
import { article, desk } from './desk.ts';

describe('a page', () => {
  it('is HTML that may be shared for seconds and served old for a day when nothing answers', async () => {
    const page = await renderPage(await desk(), '');
    expect(page?.contentType).toBe('text/html; charset=utf-8');
    const maximum = Number(/s-maxage=(\d+)/.exec(page?.cacheControl ?? '')?.[1]);
    expect(maximum).toBeLessThanOrEqual(10);
    expect(page?.cacheControl).toMatch(
      /\bmax-age=0\b.*stale-while-revalidate=.*stale-if-error=86400/,
    );
  });

  it('tells the edge which style sheet it carries', async () => {
    const page = await renderPage(await desk(), '404.html');
    expect(page?.meta).toEqual({ style: stylesheetHash });
    expect(stylesheetHash).toMatch(/^sha256-/);
  });

  it('names the bytes it was made of, for whoever waits for them', async () => {
    const news = await desk();
    await news.upload('articles/wall.md', article('The wall'));
    const record = await news.catalog.article('wall');
    const page = await renderPage(news, 'wall/');
    expect(page?.meta?.source).toBe(record?.source);
    expect(record?.source).toMatch(/^[0-9a-f]{64}$/);
  });

  it('leads search engines to where its text was first published', async () => {
    const news = await desk();
    await news.upload('articles/wall.md', article('Wall', ['canonical: https://other.example/a']));
    const page = await renderPage(news, 'wall/');
    expect(page?.body).toContain('<link rel="canonical" href="https://other.example/a">');
    expect((await renderPage(news, 'sitemap-2026-11.xml'))?.body).not.toContain('wall');
  });

  it('is the same each time', async () => {
    const news = await desk();
    await news.upload('articles/wall.md', article('The wall'));
    for (const name of ['', 'wall/', 'section/news/', 'feed.xml', '404.html']) {
      expect(await renderPage(news, name)).toEqual(await renderPage(news, name));
    }
  });

  it('does not exist without an article', async () => {
    expect(await renderPage(await desk(), 'wall/')).toBeUndefined();
  });

  it('names the site by the address in site.yaml, else by that of the stack', async () => {
    const news = await desk();
    expect(await renderPage(news, 'feed.xml')).toMatchObject({
      contentType: 'application/rss+xml; charset=utf-8',
      body: expect.stringContaining('<link>https://post.example/</link>'),
    });
    await news.upload('site.yaml', 'title: The Post\nurl: https://www.example.org/\n');
    const feed = await renderPage(news, 'feed.xml');
    expect(feed?.body).toContain('<link>https://www.example.org/</link>');
  });
});

describe('a file of the theme', () => {
  it('is kept for ever', async () => {
    const probe = 'assets/probe.0123456789abcdef.txt';
    const asset = { body: new TextEncoder().encode('probe'), contentType: 'text/plain' };
    assets.set(probe, asset);
    const page = await renderPage(await desk(), probe).finally(() => assets.delete(probe));
    expect(page).toEqual({ ...asset, cacheControl: 'public, max-age=31536000, immutable' });
  });

  it('does not exist when the theme has none of that name', async () => {
    expect(await renderPage(await desk(), 'assets/other.css')).toBeUndefined();
  });
});
