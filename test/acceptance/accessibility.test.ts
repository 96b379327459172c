import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshId, publish } from './articles.ts';
import { openBrowser } from './browser.ts';
import { pageWith, platform } from './platform.ts';
import { decide, held, send } from './replies.ts';

const source = await readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

const id = freshId();

/** An article with replies, lists that show it, and a standing page for the links. */
beforeAll(async () => {
  await publish(id, {
    title: 'An article with everything',
    author: 'Ada Wong',
    section: 'news',
    tags: ['Harbour'],
    body: '# Head\n\nText, *loud*.\n\n> Said.\n\n- One\n- Two\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n`code`',
  });
  await send(id, { website: 'https://ada.example/' });
  const [reply] = await held(id);
  if (reply) await decide(reply, 'held', 'approved');
  await pageWith(`/${id}/`, 'Well said.');
  await pageWith('/section/news/', 'An article with everything');
});

describe.each(['light', 'dark'] as const)('in %s colours, axe finds nothing', (colorScheme) => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    // axe is injected, which the pages' own policy forbids.
    page = await (await browser.newContext({ colorScheme, bypassCSP: true })).newPage();
  });

  afterAll(() => browser?.close());

  it.each([
    ['home', '/'],
    ['a section', '/section/news/'],
    ['an author', '/author/ada-wong/'],
    ['an article', `/${id}/`],
    ['an article after a reply', `/${id}/#reply-received`],
    ['a page that is not there', '/never-written/'],
  ])('wrong with %s', async (_name, path) => {
    await page.goto(`${platform.url}${path}`);
    expect(await findings(page)).toEqual([]);
  });

  it('wrong with a reply that comes back', async () => {
    await page.goto(`${platform.url}/${id}/`);
    await page.getByLabel('Reply', { exact: true }).fill('Hello');
    await page.getByLabel('Name').fill('Ada');
    await page.getByLabel('Website').fill('https://user@evil.example/');
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.waitForURL(`${platform.url}/api/replies`);
    expect(await findings(page)).toEqual([]);
  });
});

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
