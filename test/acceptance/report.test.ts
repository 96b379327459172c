import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { removeContent } from '../../cli/local/content-sync.ts';
import {
  articleKey,
  dot,
  freshId,
  freshName,
  markdown,
  publish,
  put,
  reportsOn,
  untilCleared,
} from './articles.ts';
import { eventually, newsroom, pageWith, read } from './platform.ts';

/** A file of test/fixtures/articles and the code of what is wrong with it. */
const bad = [
  ['no-front-matter', 'no-front-matter'],
  ['second-colon', 'bad-yaml'],
  ['no-title', 'missing-key'],
  ['no-date', 'missing-key'],
  ['unknown-key', 'unknown-key'],
  ['number-title', 'wrong-type'],
  ['unknown-section', 'unknown-section'],
  ['hero-without-alt', 'hero-without-alt'],
  ['windows-1252', 'not-utf-8'],
  ['javascript-link', 'dangerous-link'],
  ['script-block', 'raw-html'],
] as const;

describe('a bad upload', () => {
  const id = freshId();
  let live: string;

  beforeAll(async () => {
    live = await publish(id, { title: 'The last good one' });
  });

  it.each(bad)('%s leaves the live page and says what to do', async (name, code) => {
    const version = await put(articleKey(id), await fixture(name));
    const { json, text } = await reportsOn(articleKey(id), version);
    expect(json).toMatchObject({ key: articleKey(id), outcome: 'kept' });
    expect(json.problems[0]).toMatchObject({
      code,
      line: expect.any(Number),
      column: expect.any(Number),
    });
    expect(text).toContain(json.problems[0]?.advice);
    expect(await page(id)).toBe(live);
  });

  it('of more than one MiB leaves the live page', async () => {
    const version = await put(articleKey(id), markdown({ body: 'words '.repeat(200_000) }));
    const { json } = await reportsOn(articleKey(id), version);
    expect(json).toMatchObject({ outcome: 'kept', problems: [{ code: 'too-large' }] });
    expect(await page(id)).toBe(live);
  });

  it('has no reports any more once it is corrected', async () => {
    const version = await put(articleKey(id), 'no front matter');
    await reportsOn(articleKey(id), version);
    await publish(id, { title: 'The corrected one' });
    await untilCleared(articleKey(id));
  });

  it('at an address of Galley itself is refused', async () => {
    const version = await put('articles/api/replies.md', markdown({}));
    const { json } = await reportsOn('articles/api/replies.md', version);
    expect(json).toMatchObject({ outcome: 'refused', problems: [{ code: 'reserved-name' }] });
  });

  // S3 knows prefixes only, so that ingest is told of every key that begins like the settings.
  it.each(['site.yaml.bak', 'site.yaml~'])(
    'beside the settings is no settings: %s',
    async (key) => {
      const version = await put(key, 'title: Not this\n');
      const { json } = await reportsOn(key, version);
      expect(json).toMatchObject({ outcome: 'refused', problems: [{ code: 'wrong-place' }] });
      await removeContent(newsroom, key);
      await untilCleared(key);
    },
  );

  it('at an address that another file has is refused until that one goes', async () => {
    const name = freshName();
    await publish(name, { title: `First at ${name}` });
    const version = await put(`pages/${name}.md`, `---\ntitle: Second at ${name}\n---\n\nText.\n`);
    const { json } = await reportsOn(`pages/${name}.md`, version);
    expect(json).toMatchObject({ outcome: 'taken', problems: [{ code: 'address-taken' }] });
    expect(await page(name)).toContain(`First at ${name}`);
    await removeContent(newsroom, articleKey(name));
    await pageWith(`/${name}/`, `Second at ${name}`);
    await untilCleared(`pages/${name}.md`);
  });
});

describe('a missing image', () => {
  it('is a warning, and shows when it comes', async () => {
    const id = freshId();
    const image = `images/${freshName()}.png`;
    const key = articleKey(id);
    const version = await put(key, markdown({ title: `Bare ${id}`, body: `![A dot](${image})` }));
    const { json } = await reportsOn(key, version);
    expect(json).toMatchObject({ outcome: 'published', problems: [{ code: 'missing-image' }] });
    expect(await pageWith(`/${id}/`, `Bare ${id}`)).not.toContain('<img');
    await put(image, dot);
    const [, address = ''] = /<img src="([^"]+)"/.exec(await pageWith(`/${id}/`, '<img')) ?? [];
    expect(address).toMatch(/^\/images\/t[0-9a-f]{8}\.png\.[0-9a-f]{16}-1\.webp$/);
    await eventually('the image', async () => (await read(address)).ok || undefined);
    await untilCleared(key);
  });
});

function fixture(name: string): Promise<Uint8Array> {
  return readFile(new URL(`../fixtures/articles/bad/${name}.md`, import.meta.url));
}

async function page(id: string): Promise<string> {
  return (await read(`/${id}/`)).text();
}
