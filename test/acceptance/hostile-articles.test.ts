import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkArticle } from '../../functions/ingest/check-article.ts';
import type { Settings } from '../../functions/shared/model.ts';
import { hostile } from '../fixtures/hostile.ts';
import { articleKey, dot, freshName, put } from './articles.ts';
import { openBrowser } from './browser.ts';
import { collapse, look, type Watched, watchedPage } from './hostile-page.ts';
import { newsroom, pageThat, platform, read } from './platform.ts';

const own = freshName();
const image = `images/${own}.png`;
const archive = '/archive/2020/01/';
const places = { title: 'h1', caption: '.hero figcaption', tag: '.story-header .kicker' };
const fields = Object.keys(places) as Field[];

type Field = keyof typeof places;
type Row = { payload: string; id: string; taken: Field[] };

/** An article that has a payload in these fields; years old, so that it does not fill the front page. */
function text(payload: string, taken: readonly Field[]): string {
  const said = (field: Field) => JSON.stringify(taken.includes(field) ? payload : own);
  return [
    '---',
    `title: ${said('title')}`,
    `tags: [${said('tag')}]`,
    'date: 2020-01-15',
    `hero: {src: ${image}, alt: A dot, caption: ${said('caption')}}`,
    '---\n\nThe text.\n',
  ].join('\n');
}

/** The fields in which Galley takes a payload; some refuse line breaks, control characters or text without a letter. */
function fieldsThatTake(payload: string, settings: Settings): Field[] {
  return fields.filter((field) => {
    const bytes = Buffer.from(text(payload, [field]));
    const key = articleKey(own);
    const { problems } = checkArticle({ key, bytes, kind: 'article', settings, now: new Date() });
    return problems.every(({ severity }) => severity === 'warning');
  });
}

describe('hostile text in articles', () => {
  const rows: Row[] = [];
  let browser: Browser;
  let watched: Watched;

  beforeAll(async () => {
    browser = await openBrowser();
    watched = await watchedPage(browser);
    const { settings } = await newsroom.catalog.settings();
    hostile.forEach(({ payload }, index) => {
      const taken = fieldsThatTake(payload, settings);
      if (taken.length > 0) rows.push({ payload, taken, id: `2020/01/${own}-${index}` });
    });
    await put(image, dot);
    for (const { id, payload, taken } of rows) await put(articleKey(id), text(payload, taken));
    const all = rows.map(({ id }) => `href="/${id}/"`);
    await pageThat(archive, (list) => all.every((link) => list.includes(link)), 60_000);
  });

  afterAll(() => browser?.close());

  it.each(fields)('is taken in more than a hundred forms as %s', (field) => {
    expect(rows.filter(({ taken }) => taken.includes(field)).length).toBeGreaterThan(100);
  });

  it('runs nothing and is readable on the page of each article', async () => {
    for (const { id, payload, taken } of rows) {
      await watched.show(await (await read(`/${id}/`)).text());
      const { strangers, texts } = await look(watched.page, places);
      expect([payload, ...strangers, ...watched.seen]).toEqual([payload]);
      expect(taken.map((field) => texts[field])).toEqual(taken.map(() => collapse(payload)));
    }
  });

  it('runs nothing and is readable in a list of them all', async () => {
    const { page, seen } = watched;
    await page.goto(`${platform.url}${archive}`);
    expect([...(await look(page, {})).strangers, ...seen]).toEqual([]);
    const titles = (await page.locator('.card h2').allTextContents()).map(collapse);
    const wanted = rows.filter(({ taken }) => taken.includes('title'));
    expect(titles).toEqual(expect.arrayContaining(wanted.map(({ payload }) => collapse(payload))));
  });
});
