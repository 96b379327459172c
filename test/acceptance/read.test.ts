import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { dot, freshId, freshName, publish, put } from './articles.ts';
import { eventually, newsroom, platform, read } from './platform.ts';

describe('the site', () => {
  const id = freshId();

  beforeAll(() => publish(id, { title: 'To be read' }));

  it('redirects to the trailing slash and keeps the query', async () => {
    const response = await read(`/${id}?from=feed`);
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe(`/${id}/?from=feed`);
  });

  it('answers a page that is not there with its own page and status 404', async () => {
    const response = await read('/2026/11/never-written/');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('There is no page at this address');
  });

  it.each([
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
    ['referrer-policy', 'strict-origin-when-cross-origin'],
    ['cross-origin-opener-policy', 'same-origin'],
  ])('sends %s: %s', async (header, value) => {
    const { headers } = await read(`/${id}/`);
    expect(headers.get(header)).toBe(value);
  });

  it.each([
    ['an article', () => `/${id}/`],
    ['home', () => '/'],
    ['a page that is not there', () => '/never-written/'],
  ])('allows %s its own style and nothing inline', async (_name, path) => {
    const response = await read(path());
    const policy = response.headers.get('content-security-policy') ?? '';
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(await response.text()) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(policy).toContain(`style-src 'self' 'sha256-${hash}'`);
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("default-src 'none'");
  });

  it('tells nothing of the storage behind it', async () => {
    const { headers } = await read(`/${id}/`);
    const names = [...headers.keys()].filter((name) =>
      /^x-amz-(meta|version|id|request)/.test(name),
    );
    expect(names).toEqual([]);
  });

  it('lets shared caches keep a page for seconds and an image for ever', async () => {
    const image = `images/${freshName()}.png`;
    await put(image, dot);
    const [page, picture] = [await read(`/${id}/`), await servedCopy(image)];
    expect(page.headers.get('cache-control')).toMatch(/s-maxage=10, stale-while-revalidate=\d/);
    expect(picture.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(picture.headers.get('content-type')).toBe('image/webp');
  });

  it('is not readable past the CDN', async () => {
    const { siteBucket, contentBucket } = newsroom.facts;
    for (const bucket of [siteBucket, contentBucket]) {
      const response = await fetch(`${platform.endpoint}/${bucket}/index.html`);
      expect(response.status).toBe(403);
    }
  });
});

describe('the feed', () => {
  it('says that it is RSS', async () => {
    await publish(freshId(), {});
    const response = await read('/feed.xml');
    expect(response.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
  });
});

/** The site's copy of an original, once it is there. */
function servedCopy(original: string): Promise<Response> {
  return eventually(`a copy of ${original}`, async () => {
    const record = await newsroom.catalog.image(original);
    const response = record?.info && (await read(record.info.url));
    return response?.ok ? response : undefined;
  });
}
