import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshId, freshName, publish } from './articles.ts';
import { openBrowser } from './browser.ts';
import { galley } from './cli.ts';
import { invalidatedPaths } from './invalidations.ts';
import { eventually, pageThat, pageWithout, platform } from './platform.ts';
import { held } from './replies.ts';

describe('a reader without JavaScript and a moderator at the command line', () => {
  const id = freshId();
  const section = '/section/sport/';
  const words = `Nine gates? ${freshName()}`;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await publish(id, { title: `To be answered ${id}`, section: 'sport' });
  });

  afterAll(() => browser?.close());

  it('is told that a sent reply has arrived', async () => {
    await page.goto(`${platform.url}/${id}/`);
    expect(await page.isVisible('#reply-received')).toBe(false);
    await page.getByLabel('Reply', { exact: true }).fill(`*Why* that?\n\n${words}`);
    await page.getByLabel('Name').fill('Ada Wong');
    await page.getByLabel('E-mail').fill('ada@example.org');
    await page.getByLabel('Website').fill('https://ada.example/');
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.waitForURL(`${platform.url}/${id}/#reply-received`);
    expect(await page.textContent('#reply-received:target')).toContain('Your reply has arrived');
    expect(await page.isVisible('#reply-received')).toBe(true);
  });

  it('is shown to nobody before it is approved', async () => {
    const [reply] = await held(id);
    expect(reply).toMatchObject({ name: 'Ada Wong', email: 'ada@example.org', state: 'held' });
    expect(await (await page.request.get(`${platform.url}/${id}/`)).text()).not.toContain(words);
  });

  it('waits in the list of the command line', async () => {
    const { status, stdout } = await galley('replies', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({ article: id, name: 'Ada Wong' }),
    );
  });

  it('is part of the page after approval', async () => {
    const [reply] = await held(id);
    const { status, stderr } = await galley('replies', 'approve', reply?.id ?? '');
    expect({ status, stderr }).toMatchObject({ status: 0 });
    await page.goto(`${platform.url}/${id}/`);
    const shown = page.locator(`#reply-${reply?.id}`);
    expect(await shown.textContent()).toContain(words);
    expect(await shown.locator('em').textContent()).toBe('Why');
    expect(await shown.getByRole('link', { name: 'Ada Wong' }).getAttribute('href')).toBe(
      'https://ada.example/',
    );
    expect(await shown.locator('.permalink').getAttribute('href')).toBe(`#reply-${reply?.id}`);
    expect(await page.textContent('body')).not.toContain('ada@example.org');
  });

  it('counts in headline, lists and feed', async () => {
    expect(await page.textContent('.story-header')).toContain('1 reply');
    for (const path of ['/', section]) {
      await pageThat(path, (text) => cardOf(text, id).includes('1 reply'));
    }
    await pageThat('/feed.xml', (text) => itemOf(text, id).includes('<slash:comments>1<'));
  });

  it('takes its text off the page when it withdraws the reply', async () => {
    const [, reply = ''] = /id="reply-([0-9A-Z]{26})"/.exec(await page.content()) ?? [];
    const { status } = await galley('replies', 'reject', reply, '--why', 'asked for by its author');
    expect(status).toBe(0);
    await pageWithout(`/${id}/`, words);
    await pageThat('/', (text) => !cardOf(text, id).includes('1 reply'));
    await pageThat('/feed.xml', (text) => itemOf(text, id).includes('<slash:comments>0<'));
    await eventually('an invalidation', async () =>
      (await invalidatedPaths()).includes(`/${id}/`) ? true : undefined,
    );
  });
});

/** The part of a list that is about one article. */
function cardOf(list: string, id: string): string {
  return list.split('<article').find((card) => card.includes(`href="/${id}/"`)) ?? '';
}

function itemOf(feed: string, id: string): string {
  return feed.split('<item>').find((item) => item.includes(`/${id}/</link>`)) ?? '';
}
