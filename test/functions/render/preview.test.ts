import { beforeEach, describe, expect, it } from 'vitest';
import { renderPage } from '../../../functions/render/page.ts';
import { article, desk } from './desk.ts';
import { parsed } from './parsed-html.ts';

const id = '2026/11/wall';
const key = `articles/${id}.md`;
const draft = article('The wall', ['status: draft', 'tags: [Sea]'], 'It is *not* known yet.');
const scheduled = draft.replace('status: draft', 'expires: 2028-02-01').replace('2026', '2027');

describe('a preview', () => {
  let news: Awaited<ReturnType<typeof desk>>;

  beforeEach(async () => {
    news = await desk();
  });

  async function previewed(body: string) {
    await news.upload(key, body);
    const [page = ''] = await news.catalog.previews();
    return { page, object: await renderPage(news, page) };
  }

  it('shows a draft as its page will be, with a line that says what it is', async () => {
    const { object } = await previewed(draft);
    const body = String(object?.body);
    expect(body).toContain('It is <em>not</em> known yet.');
    expect(body).toContain('A preview of a draft.');
    expect(parsed(body).elements.filter(({ name }) => name === 'h1')).toHaveLength(1);
  });

  it('says when a scheduled article goes live', async () => {
    const { object } = await previewed(scheduled);
    expect(String(object?.body)).toMatch(/This goes live on <time datetime="2027-11-03T09:30/);
  });

  it('is kept by no cache and no search engine', async () => {
    const { object } = await previewed(draft);
    expect(object?.cacheControl).toBe('private, no-store');
    expect(object?.meta).toMatchObject({ robots: 'noindex, nofollow' });
    expect(String(object?.body)).toContain('<meta name="robots" content="noindex, nofollow">');
    expect(String(object?.body)).not.toMatch(/ld\+json|rel="canonical"|og:/);
  });

  it('has neither replies nor a form for them', async () => {
    await news.upload(key, article('The wall'));
    await news.approve({ article: id, text: 'A reply of before.' });
    const { object } = await previewed(draft);
    expect(String(object?.body)).not.toMatch(/A reply of before|api\/replies/);
  });

  it('is at no other address', async () => {
    const { page, object } = await previewed(draft);
    expect(object).toBeDefined();
    const wrong = page.replace(/[0-9a-f]/, (digit) => (digit === '0' ? '1' : '0'));
    const others = [wrong, `preview/${id}/`, `preview/${id}/undefined/`, `${id}/`];
    for (const other of others) expect(await renderPage(news, other)).toBeUndefined();
  });

  it('is gone when the article is live, expired or deleted', async () => {
    const { page } = await previewed(draft);
    for (const body of [article('The wall'), article('The wall', ['expires: 2026-11-04'])]) {
      await news.upload(key, body);
      expect(await renderPage(news, page)).toBeUndefined();
      await news.upload(key, draft);
      expect(await renderPage(news, page)).toBeDefined();
    }
    await news.delete(key);
    expect(await renderPage(news, page)).toBeUndefined();
  });

  it('leads nowhere from any other page', async () => {
    const { page } = await previewed(draft);
    for (const other of [
      '',
      'section/news/',
      'tag/sea/',
      'feed.xml',
      'sitemap.xml',
      'robots.txt',
    ]) {
      const object = await renderPage(news, other);
      expect(String(object?.body ?? '')).not.toContain(page.split('/').at(-2));
      expect(String(object?.body ?? '')).not.toContain('The wall');
    }
  });
});
