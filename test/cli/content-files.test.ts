import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isStored } from '../../cli/newsroom/content-files.ts';
import { MemoryObjects } from '../../functions/shared/memory-objects.ts';

const key = 'images/wall.png';
const bytes = Buffer.from('wall');
const md5 = createHash('md5').update(bytes).digest('hex');

/** A bucket in which the one object has this ETag. */
function bucketWith(body: Uint8Array, etag: string) {
  const content = new MemoryObjects();
  content.upload(key, { body, contentType: 'image/png' });
  const { head } = content;
  content.head = async (name) => {
    const found = await head.call(content, name);
    return found && { ...found, etag };
  };
  return { content };
}

describe('a file is stored', () => {
  test('when the ETag is the checksum of its bytes, in quotes as S3 sends it', async () => {
    expect(await isStored(bucketWith(bytes, `"${md5}"`), key, bytes)).toBe(true);
    expect(await isStored(bucketWith(bytes, `"${md5}"`), key, Buffer.from('gate'))).toBe(false);
  });

  test('when the bytes are the same, after another tool uploaded them in parts', async () => {
    const etag = `"${'0'.repeat(32)}-2"`;
    expect(await isStored(bucketWith(bytes, etag), key, bytes)).toBe(true);
    expect(await isStored(bucketWith(Buffer.from('gate'), etag), key, bytes)).toBe(false);
  });

  test('not when nothing is there', async () => {
    expect(await isStored({ content: new MemoryObjects() }, key, bytes)).toBe(false);
  });
});
