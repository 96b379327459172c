import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fields, validReply } from '../../functions/replies/fields.ts';
import { ReplyError } from '../../functions/replies/reply-error.ts';
import { hostile } from '../fixtures/hostile.ts';
import { freshId, publish } from './articles.ts';
import { openBrowser } from './browser.ts';
import { collapse, look, type Watched, watchedPage } from './hostile-page.ts';
import { pageThat, platform } from './platform.ts';
import { decide, fields, held, send, sendJson } from './replies.ts';

type Sent = { id: string; sent: Record<string, string> };
type Row = Sent & { payload: string; shown: string };

describe('hostile text in replies', () => {
  const article = freshId();
  let rows: Row[] = [];
  let browser: Browser;
  let watched: Watched;

  beforeAll(async () => {
    browser = await openBrowser();
    watched = await watchedPage(browser);
    await publish(article, {});
    rows = await sendHostile(article);
    for (const reply of await held(article, rows.length)) await decide(reply, 'held', 'approved');
    await pageThat(`/${article}/`, (text) => rows.every(({ id }) => text.includes(`reply-${id}`)));
    await watched.page.goto(`${platform.url}/${article}/`);
  });

  afterAll(() => browser?.close());

  it('is taken in more than a hundred forms as name and as address of a website', () => {
    expect(rows.filter(({ sent }) => sent.name !== 'Ada').length).toBeGreaterThan(100);
    expect(rows.filter(({ sent }) => sent.website !== '').length).toBeGreaterThan(100);
  });

  it('runs nothing', async () => {
    const { strangers } = await look(watched.page, {});
    expect([...strangers, ...watched.seen]).toEqual([]);
  });

  it('is readable', async () => {
    const places = rows.flatMap(({ id }) => [
      [id, `#reply-${id}`],
      [`${id} header`, `#reply-${id} header`],
      [`${id} name`, `#reply-${id} .name`],
    ]);
    const { texts } = await look(watched.page, Object.fromEntries(places));
    for (const { id, shown, sent } of rows) {
      expect(texts[`${id} name`]).toBe(collapse(sent.name ?? ''));
      expect(texts[id]).toBe(`${texts[`${id} header`]} ${collapse(shown)}`.trim());
    }
  });

  it('runs nothing and is readable in a form that comes back', async () => {
    const places = { reply: '#field-reply', name: '#field-name', website: '#field-website' };
    for (const payload of groupsOf(rows, 8)) {
      const typed = { reply: payload, name: payload, website: payload, email: payload };
      const answer = await send(article, typed);
      expect(answer.status).toBe(422);
      await watched.show(await answer.text());
      const { strangers, texts } = await look(watched.page, places);
      expect([payload, ...strangers, ...watched.seen]).toEqual([payload]);
      // HTML has no way to write the character 0 (HTML Standard, 13.2.3.5).
      expect(texts.reply).toBe(collapse(payload.replaceAll('\0', '\ufffd')));
    }
  });
});

/** Some payloads at once: each is a page to load. */
function groupsOf(rows: Row[], size: number): string[] {
  const starts = rows.map((_row, index) => index).filter((index) => index % size === 0);
  return starts.map((start) =>
    rows
      .slice(start, start + size)
      .map(({ payload }) => payload)
      .join('\n'),
  );
}

/** Four at a time: for each one at the same time, the platform starts a process. */
async function sendHostile(article: string): Promise<Row[]> {
  const rows: Row[] = [];
  const left = [...hostile];
  const sender = async () => {
    for (let row = left.pop(); row; row = left.pop()) {
      const { payload, shown = payload } = row;
      rows.push({ payload, shown, ...(await sendEverywhere(article, payload)) });
    }
  };
  await Promise.all([sender(), sender(), sender(), sender()]);
  return rows;
}

/** Sends a payload in every field that takes it; the others are filled in harmlessly. */
async function sendEverywhere(article: string, payload: string): Promise<Sent> {
  const website = `https://example.org/${payload.replaceAll(/[\s\\]/g, '')}`;
  const wanted = { ...fields(article), reply: payload, name: payload, email: payload, website };
  const refused = refusedIn(wanted).map((field) => [field, fields(article)[field] ?? '']);
  const sent = { ...wanted, ...Object.fromEntries(refused) };
  const answer = await sendJson(sent);
  expect([payload, answer.status]).toEqual([payload, 201]);
  return { id: ((await answer.json()) as { id: string }).id, sent };
}

/** Asked here and not of the site, which would be a request more for each payload. */
function refusedIn(wanted: Record<string, string>): string[] {
  try {
    validReply(wanted as Fields);
    return [];
  } catch (error) {
    if (!(error instanceof ReplyError)) throw error;
    return error.problems.map(({ field }) => field);
  }
}
