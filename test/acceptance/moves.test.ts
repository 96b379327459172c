import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeContent } from '../../cli/local/content-sync.ts';
import {
  articleKey,
  freshId,
  freshName,
  markdown,
  publish,
  put,
  reportsOn,
  untilCleared,
} from './articles.ts';
import { openBrowser } from './browser.ts';
import { galley } from './cli.ts';
import { eventually, newsroom, pageThat, pageWith, platform, read } from './platform.ts';
import { decide, held, send } from './replies.ts';

describe('an article whose file is renamed while somebody reads it', () => {
  const [old, now] = [freshId(), freshId()];
  const title = `Renamed ${freshName()}`;
  const [early, late] = [`Early ${freshName()}`, `Late ${freshName()}`];
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await publish(old, { title });
    await send(old, { reply: early });
    const [reply] = await held(old);
    if (reply) await decide(reply, 'held', 'approved');
    await pageWith(`/${old}/`, early);
    await page.goto(`${platform.url}/${old}/`);
    await removeContent(newsroom, articleKey(old));
    await publish(now, { title, lines: `formerly: /${old}/\n` });
  });

  afterAll(() => browser?.close());

  it('is answered from the page that is still open', async () => {
    await page.getByLabel('Reply', { exact: true }).fill(late);
    await page.getByLabel('Name').fill('Ada');
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.waitForURL(`${platform.url}/${now}/#reply-received`);
    expect(await held(now)).toMatchObject([{ text: late }]);
  });

  it('has its page at the old address lead there, without a script', async () => {
    await pageWith(`/${old}/`, 'http-equiv="refresh"');
    await page.goto(`${platform.url}/${old}/`);
    await page.waitForURL(`${platform.url}/${now}/`);
    expect(await page.textContent('h1')).toBe(title);
  });

  it('tells search engines and old browsers where it is', async () => {
    const response = await read(`/${old}/`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const text = await response.text();
    expect(text).toContain(`<link rel="canonical" href="${platform.url}/${now}/">`);
    expect(text).toContain(`<a href="/${now}/">${title}</a>`);
  });

  it('has the replies of before and after, in their order', async () => {
    const [reply] = await held(now);
    const { status, stdout } = await galley('replies', 'approve', reply?.id ?? '');
    expect([status, stdout.trim()]).toEqual([0, `${platform.url}/${now}/#reply-${reply?.id}`]);
    const text = await pageThat(`/${now}/`, (words) => words.includes(early));
    expect(text.indexOf(early)).toBeLessThan(text.indexOf(late));
    await pageThat('/', (words) => words.includes('2 replies'));
  });

  it('loses one of before when it is withdrawn', async () => {
    const [reply] = await newsroom.comments.approved(old);
    const { status } = await galley('replies', 'spam', `/${now}/#reply-${reply?.id}`);
    expect(status).toBe(0);
    await pageThat(`/${now}/`, (words) => !words.includes(early) && words.includes(late));
  });
});

describe('a former address that two files want', () => {
  const [wanted, first, second] = [freshId(), freshId(), freshId()];
  const lines = `aliases: [/${wanted}/]\n`;

  it('stays with the first, and the report on the second names both', async () => {
    await publish(first, { lines });
    await pageWith(`/${wanted}/`, `url=/${first}/`);
    const version = await put(articleKey(second), markdown({ lines }));
    const { json, text } = await reportsOn(articleKey(second), version);
    expect(json).toMatchObject({ outcome: 'published', problems: [{ code: 'alias-taken' }] });
    expect(text).toContain(articleKey(first));
    expect(json.problems[0]?.message).toContain(articleKey(second));
    await pageWith(`/${second}/`, 'The text.');
  });

  it('goes to the second when the first no longer names it', async () => {
    await put(articleKey(first), markdown({ body: 'Not any more.' }));
    await pageWith(`/${wanted}/`, `url=/${second}/`);
    await untilCleared(articleKey(second));
  });

  it('goes to a file that is put there, and the report says so', async () => {
    await publish(wanted, { title: `Here ${wanted}` });
    const report = await eventually('a report', () =>
      newsroom.content.get(`reports/${articleKey(second)}.txt`),
    );
    expect(Buffer.from(report.body).toString()).toContain(articleKey(wanted));
  });
});

describe('an article that was corrected', () => {
  it('shows it in a box and was updated then', async () => {
    const id = freshId();
    const text = `Four metres, not fourteen ${freshName()}.`;
    const date = new Date().toISOString();
    await publish(id, { lines: `corrections:\n  - {date: ${date}, text: "${text}"}\n` });
    const page = await pageWith(`/${id}/`, text);
    expect(page).toMatch(/<div class="corrections">.*Corrections.*<\/div>/s);
    expect(page).toContain('class="updated"');
    expect((await newsroom.catalog.article(id))?.card?.updated).toBeDefined();
  });
});

describe('a link to an article that is not there yet', () => {
  it('is a warning, which goes when the article comes', async () => {
    const [linking, target] = [freshId(), freshId()];
    const key = articleKey(linking);
    const version = await put(key, markdown({ body: `See [there](/${target}/).` }));
    const { json } = await reportsOn(key, version);
    expect(json).toMatchObject({ outcome: 'published', problems: [{ code: 'broken-link' }] });
    await publish(target, {});
    await untilCleared(key);
    await removeContent(newsroom, articleKey(target));
    expect((await reportsOn(key, version)).json.problems).toMatchObject([{ code: 'broken-link' }]);
  });
});
