import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshId, publish } from './articles.ts';
import { openBrowser } from './browser.ts';
import { platform, read } from './platform.ts';

function answer(fields: Record<string, string>): Promise<Response> {
  return read('/api/consent', { method: 'POST', body: new URLSearchParams(fields) });
}

describe('the consent answer', () => {
  it.each(['accept', 'refuse'])('%s is remembered in a cookie and leads back', async (choice) => {
    const response = await answer({ choice, return: '/about/' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/about/');
    expect(response.headers.get('set-cookie')).toMatch(
      new RegExp(`^consent=${choice}; Path=/; Max-Age=\\d+;.* HttpOnly`),
    );
  });

  it('does not lead to another site', async () => {
    const response = await answer({ choice: 'accept', return: '//evil.example/' });
    expect(response.headers.get('location')).toBe('/');
  });

  it('sets no cookie when there is none', async () => {
    const response = await answer({ return: '/' });
    expect(response.status).toBe(422);
    expect(response.headers.get('set-cookie')).toBeNull();
  });
});

describe('the consent banner without JavaScript', () => {
  const id = freshId();
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
    await publish(id, { title: 'Under a banner' });
  });

  afterAll(() => browser?.close());

  async function visit(): Promise<Page> {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${platform.url}/${id}/`);
    return page;
  }

  it('says what cookies are for and that one can opt out', async () => {
    const page = await visit();
    expect(await page.textContent('#consent')).toContain('You can opt out');
    expect(await page.isVisible('#consent')).toBe(true);
    expect(await page.context().cookies()).toEqual([]);
  });

  it.each(['Accept', 'Opt out'])(
    '%s closes it on this page and on the next one',
    async (choice) => {
      const page = await visit();
      await page.click(`#consent button:text-is("${choice}")`);
      await page.locator('#consent').waitFor({ state: 'hidden' });
      expect(page.url()).toBe(`${platform.url}/${id}/`);
      await page.goto(platform.url);
      expect(await page.isVisible('#consent')).toBe(false);
    },
  );

  it('has a link that explains more', async () => {
    const page = await visit();
    expect(await page.getAttribute('#consent a', 'href')).toBe('/privacy/');
  });
});
