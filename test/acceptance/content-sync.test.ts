import { mkdir, mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { syncContent } from '../../cli/local/content-sync.ts';
import { placesIn } from '../../cli/local/places.ts';
import { articleKey, freshId, markdown, put } from './articles.ts';
import { eventually, newsroom, pageWith, read } from './platform.ts';

/** What `npm start` does with the content folder each time. */
describe('a content folder', () => {
  const [one, other, byHand] = [freshId(), freshId(), freshId()];
  let home: string;

  const sync = () => syncContent(newsroom, join(home, 'content'), placesIn(home));

  async function write(id: string, title: string): Promise<void> {
    const path = join(home, 'content', articleKey(id));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, markdown({ title }));
  }

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'galley-content-'));
    await write(one, `One ${one}`);
    await write(other, `Other ${other}`);
    await put(articleKey(byHand), markdown({ title: `By hand ${byHand}` }));
  });

  afterAll(() => rm(home, { recursive: true }));

  it('is uploaded whole at the first start', async () => {
    const { uploaded } = await sync();
    expect([...uploaded.keys()].sort()).toEqual([articleKey(one), articleKey(other)].sort());
    await pageWith(`/${one}/`, `One ${one}`);
  });

  it('is not uploaded again while nothing differs', async () => {
    expect((await sync()).uploaded.size).toBe(0);
  });

  it('takes down what was deleted, and nothing that others uploaded', async () => {
    await pageWith(`/${other}/`, `Other ${other}`);
    await unlink(join(home, 'content', articleKey(other)));
    expect((await sync()).removed).toEqual([articleKey(other)]);
    await eventually(
      'a 404 page',
      async () => (await read(`/${other}/`)).status === 404 || undefined,
    );
    await pageWith(`/${byHand}/`, `By hand ${byHand}`);
  });
});
