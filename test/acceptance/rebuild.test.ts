import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { credentials, region } from '../../cli/local/environment.ts';
import { untilQuiet } from '../../cli/newsroom/queues.ts';
import { documentClient } from '../../functions/shared/clients-store.ts';
import { approvedIndex, commentKeys } from '../../functions/shared/comments-layout.ts';
import { articleKey, dot, freshId, freshName, markdown, publish, put } from './articles.ts';
import { galley } from './cli.ts';
import { eraseCatalog, eraseSite } from './erase.ts';
import { newsroom, pageWith, platform } from './platform.ts';
import { decide, held, send } from './replies.ts';
import { settledObjects, siteObjects } from './site-objects.ts';

const { commentsTable } = newsroom.facts;
const database = documentClient({ endpoint: platform.endpoint, region, credentials });

describe('a rebuild from the uploads and the replies', () => {
  it('makes the same site, byte for byte', { timeout: 180_000 }, async () => {
    const id = await write();
    const before = await contents();
    await eraseSite(newsroom);
    await eraseCatalog(newsroom, database);
    await untilQuiet(newsroom, undefined, { every: 100 });
    const erased = await newsroom.site.head(`${id}/index.html`);
    const { status, stderr } = await galley('rebuild');
    expect(erased).toBeUndefined();
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(stderr).toMatch(/The site █{20} \d+ of \d+ batches/);
    expect(await contents()).toEqual(before);
  });

  it('leaves files of earlier themes until it is asked to remove them', async () => {
    const old = `assets/${freshName()}.0123456789ab.css`;
    await newsroom.site.put(old, { body: 'x', contentType: 'text/css' }, null);
    expect(await galley('rebuild')).toMatchObject({ status: 0 });
    expect(await newsroom.site.head(old)).toBeDefined();
    expect(await galley('rebuild', '--prune')).toMatchObject({ status: 0 });
    expect(await newsroom.site.head(old)).toBeUndefined();
  });
});

describe('a page that cannot be rendered', () => {
  const id = freshId();
  const poison = { ...commentKeys.reply(id, freshName()), [approvedIndex]: freshName() };

  it('stays as it was, and the rebuild says which one it is, and why', async () => {
    await publish(id, { title: 'Before the poison' });
    const before = await newsroom.site.head(`${id}/index.html`);
    // A reply without a text, as only somebody can make it who writes into the table by hand.
    await database.send(new PutCommand({ TableName: commentsTable, Item: poison }));
    const { status, stderr } = await galley('rebuild');
    expect(status).toBe(2);
    expect(stderr).toMatch(new RegExp(`1 could not be done.*\\n  ${id}/  \\S+`));
    expect(stderr).toContain('1 failed');
    expect(await newsroom.site.head(`${id}/index.html`)).toEqual(before);
  });

  it('is still named afterwards', async () => {
    const { status, stdout } = await galley('rebuild', '--failed', '--json');
    expect(status).toBe(2);
    expect(JSON.parse(stdout).failures).toMatchObject([{ part: 'Pages', of: `${id}/` }]);
  });

  it('is rendered by a redrive when the cause is mended, and nothing else is', async () => {
    const { pk, sk } = poison;
    await database.send(new DeleteCommand({ TableName: commentsTable, Key: { pk, sk } }));
    const { status, stdout } = await galley('rebuild', '--redrive', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout).rebuilt).toEqual({ images: 0, texts: 0, pages: 1 });
    await untilQuiet(newsroom, undefined, { every: 100 });
  });
});

/** Something of everything: an image, an approved reply, a version that was refused, a page that stands. */
async function write(): Promise<string> {
  const id = freshId();
  const image = `images/${freshName()}.png`;
  await put(image, dot);
  await publish(id, { section: 'news', tags: ['Rebuilt'], body: `![A dot](${image})` });
  await pageWith(`/${id}/`, '<img');
  await send(id);
  for (const reply of await held(id)) await decide(reply, 'held', 'approved');
  await pageWith(`/${id}/`, 'Well said.');
  await put(articleKey(id), markdown({ section: 'unknown' }));
  await settledObjects();
  return id;
}

/** Every object of the site as a reader gets it: bytes, type and what stands beside them. */
async function contents(): Promise<Map<string, unknown>> {
  const keys = [...(await siteObjects()).keys()];
  const heads = keys.map(async (key) => [key, await newsroom.site.head(key)] as const);
  return new Map(await Promise.all(heads));
}
