import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshId, publish } from './articles.ts';
import { openBrowser } from './browser.ts';
import { platform, read } from './platform.ts';
import { fields, held, heldNow, send, sendJson } from './replies.ts';

const open = freshId();
const closed = freshId();

beforeAll(async () => {
  await publish(open, { title: `Open ${open}` });
  await publish(closed, { title: `Closed ${closed}`, lines: 'replies: closed\n' });
});

describe('a reply that is not accepted', () => {
  const typed = 'A long thought that must not be lost';

  it.each([
    ['without text', 422, () => ({ reply: ' ', name: typed })],
    ['with more than 10,000 characters', 422, () => ({ reply: `${typed} ${'x'.repeat(10_000)}` })],
    ['with a bad e-mail address', 422, () => ({ reply: typed, email: 'ada at example' })],
    ['with a bad website', 422, () => ({ reply: typed, website: 'javascript:alert(1)' })],
    ['with the trap filled in', 422, () => ({ reply: typed, leave_empty: 'x' })],
    ['to an article that is not there', 404, () => ({ reply: typed, article: '2026/11/never' })],
    ['to an article that takes none', 409, () => ({ reply: typed, article: closed })],
  ])('%s gets %d and gives back what was typed', async (_name, status, more) => {
    const response = await send(open, more());
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain(typed);
  });

  it('of more than 64 KiB gets 413', async () => {
    expect((await send(open, { reply: 'x'.repeat(70_000) })).status).toBe(413);
  });

  it('in another form gets 415', async () => {
    const response = await read('/api/replies', { method: 'POST', body: 'reply=x' });
    expect(response.status).toBe(415);
  });

  it('leaves nothing behind', async () => {
    expect(await heldNow(open)).toEqual([]);
  });
});

describe('the page that gives a reply back', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  });

  afterAll(() => browser?.close());

  it('names the field and takes the corrected reply', async () => {
    const id = freshId();
    await publish(id, {});
    await page.goto(`${platform.url}/${id}/`);
    await page.getByLabel('Reply', { exact: true }).fill('Typed <once> & only once');
    await page.getByLabel('Name').fill('Ada');
    // A browser takes this for an address; Galley does not, because the name before the @ deceives.
    await page.getByLabel('Website').fill('https://bank.example@evil.example/');
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.waitForURL(`${platform.url}/api/replies`);
    expect(await page.textContent('#error-website')).toContain('not the address of a website');
    expect(await page.getByLabel('Reply', { exact: true }).inputValue()).toBe(
      'Typed <once> & only once',
    );
    await page.getByLabel('Website').fill('https://ada.example/');
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.waitForURL(`${platform.url}/${id}/#reply-received`);
    expect(await held(id)).toMatchObject([{ website: 'https://ada.example/' }]);
  });
});

describe('a reply that is sent twice', () => {
  it('is one reply', async () => {
    const id = freshId();
    await publish(id, {});
    const answers = await Promise.all([send(id), send(id), send(id)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    await send(id);
    await send(id, { reply: 'Another one.' });
    expect(await held(id, 2)).toHaveLength(2);
  });
});

describe('a reply as JSON', () => {
  it('is answered in JSON, with 201 the first time and 200 again', async () => {
    const id = freshId();
    await publish(id, {});
    const first = await sendJson({ article: id, reply: 'By a program', name: 'Ada' });
    const again = await sendJson({ article: id, reply: 'By a program', name: 'Ada' });
    expect([first.status, again.status]).toEqual([201, 200]);
    const [stored] = await held(id);
    const answer = await first.json();
    expect(answer).toMatchObject({ id: stored?.id, article: id, state: 'held' });
    expect(await again.json()).toEqual(answer);
  });

  it('is refused in JSON', async () => {
    const response = await sendJson({ ...fields(open), name: '' });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      error: { code: 'invalid', problems: [{ field: 'name' }] },
    });
  });
});
