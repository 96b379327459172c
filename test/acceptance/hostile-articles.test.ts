import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkArticle } from '../../functions/ingest/check-article.ts';
import type { Settings } from '../../functions/shared/model.ts';
import { hostile } from '../fixtures/hostile.ts';
import { articleKey, dot, freshName, put } from './articles.ts';
import { openBrowser } from './browser.ts';
import { collapse, look, type Watched, watchedPage } from './hostile-page.ts';
import { eventually, newsroom, pageThat, platform } from './platform.ts';

const own = freshName();
const image = `images/${own}.png`;
const archive = '/archive/2020/01/';
const day = '2020-01-15';

const places = {
  title: 'h1',
  caption: '.hero figcaption',
  tag: '.story-header .kicker',
  second: '.story-footer .tags',
};
const fields = ['title', 'caption', 'tag'] as const;

type Row = { id: string; title: string; caption: string; tag: string; second: string };
type Field = (typeof fields)[number];

/** Years old, so that it does not fill the front page. */
function text({
  title = own,
  caption = own,
  tag = own,
  second = `${own} 2`,
}: Partial<Row>): string {
  return [
    '---',
    `title: ${JSON.stringify(title)}`,
    `tags: ${JSON.stringify([tag, second])}`,
    `date: ${day}`,
    `hero: {src: ${image}, alt: A dot, caption: ${JSON.stringify(caption)}}`,
    '---\n\nThe text.\n',
  ].join('\n');
}

/** The payloads that Galley takes in a field; some refuse line breaks, control characters or great length. */
function takenAs(field: Field, settings: Settings): string[] {
  const payloads = hostile.map(({ payload }) => payload);
  return payloads.filter((payload) => {
    const bytes = Buffer.from(text({ [field]: payload }));
    const key = articleKey(own);
    const { problems } = checkArticle({ key, bytes, kind: 'article', settings, now: new Date() });
    return problems.every(({ severity }) => severity === 'warning');
  });
}

/** As many in one text as fit: each article and each tag is several pages. */
function together(payloads: string[], length: number): string[] {
  const texts: string[] = [];
  for (const payload of payloads) {
    const longer = `${texts.at(-1)} ${payload}`;
    if (texts.length > 0 && longer.length <= length) texts[texts.length - 1] = longer;
    else texts.push(payload);
  }
  return texts;
}

/** As a page shows it: marks that turn the text around are left out, and a warning says so. */
function readable(text: string): string {
  return collapse(text.replace(/[\u202a-\u202e\u2066-\u2069]/g, ''));
}

describe('hostile text in articles', () => {
  const taken: Record<Field, string[]> = { title: [], caption: [], tag: [] };
  let rows: Row[];
  let browser: Browser;
  let watched: Watched;

  beforeAll(async () => {
    browser = await openBrowser();
    watched = await watchedPage(browser);
    const { settings } = await newsroom.catalog.settings();
    for (const field of fields) taken[field] = takenAs(field, settings);
    const [titles, captions, tags] = [
      together(taken.title, 200),
      together(taken.caption, 200),
      together(taken.tag, 95),
    ];
    // Different beginnings, because two tags of one name would be one page.
    const tagAt = (index: number) => `${index} ${tags[index] ?? own}`;
    const count = Math.max(titles.length, captions.length, Math.ceil(tags.length / 2));
    rows = Array.from({ length: count }, (_, index) => ({
      id: `2020/01/${own}-${index}`,
      title: titles[index] ?? own,
      caption: captions[index] ?? own,
      tag: tagAt(2 * index),
      second: tagAt(2 * index + 1),
    }));
    await put(image, dot);
    await eventually(image, async () => (await newsroom.catalog.image(image)) && true);
    for (const row of rows) await put(articleKey(row.id), text(row));
    const all = rows.map(({ id }) => `href="/${id}/"`);
    await pageThat(archive, (list) => all.every((link) => list.includes(link)), 60_000);
  });

  afterAll(() => browser?.close());

  it.each(fields)('is taken in more than a hundred forms as %s', (field) => {
    expect(taken[field].length).toBeGreaterThan(100);
    const shown = rows.flatMap((row) => Object.values(row)).join('\n');
    expect(taken[field].filter((payload) => !shown.includes(payload))).toEqual([]);
  });

  it('runs nothing and is readable on the page of each article', async () => {
    for (const { id, ...texts } of rows) {
      await watched.show(await pageThat(`/${id}/`, () => true));
      const found = await look(watched.page, places);
      expect([...found.strangers, ...watched.seen]).toEqual([]);
      const wanted = Object.entries(texts).map(([field, text]) => [field, readable(text)]);
      expect(found.texts).toEqual(Object.fromEntries(wanted));
    }
  });

  it('runs nothing and is readable in a list of them all', async () => {
    const { page, seen } = watched;
    await page.goto(`${platform.url}${archive}`);
    expect([...(await look(page, {})).strangers, ...seen]).toEqual([]);
    const titles = (await page.locator('.card h2').allTextContents()).map(collapse);
    expect(titles).toEqual(expect.arrayContaining(rows.map(({ title }) => readable(title))));
  });
});
