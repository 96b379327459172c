import { describe, expect, it } from 'vitest';
import { keepingVersions } from '../../../functions/shared/kept-versions.ts';
import { MemoryObjects } from '../../../functions/shared/memory-objects.ts';
import { objectsContract } from './objects-contract.ts';

objectsContract('a bucket whose versions are kept', () =>
  keepingVersions(new MemoryObjects(), 1000),
);

/** A bucket with a few files of ten bytes, and what was read of it. */
function bucket(most: number) {
  const truth = new MemoryObjects();
  const versions = new Map<string, string>();
  for (const key of ['a', 'b', 'c']) {
    versions.set(key, truth.upload(key, { body: key.repeat(10), contentType: 'text/plain' }));
  }
  const read: string[] = [];
  const get = truth.get.bind(truth);
  truth.get = (key, versionId) => {
    read.push(key);
    return get(key, versionId);
  };
  const kept = keepingVersions(truth, most);
  const text = async (key: string) => {
    const object = await kept.get(key, versions.get(key));
    return Buffer.from(object?.body ?? []).toString();
  };
  return { truth, kept, read, text };
}

describe('versions that are kept', () => {
  it('are read once', async () => {
    const { read, text } = bucket(30);
    for (const key of ['a', 'b', 'a', 'b']) expect(await text(key)).toBe(key.repeat(10));
    expect(read).toEqual(['a', 'b']);
  });

  it('make room for others when nobody asked for them the longest', async () => {
    const { read, text } = bucket(20);
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await text(key);
    expect(read).toEqual(['a', 'b', 'c', 'b']);
  });

  it('are none when the first one is too large', async () => {
    const { read, text } = bucket(9);
    for (const key of ['a', 'a']) expect(await text(key)).toBe('aaaaaaaaaa');
    expect(read).toEqual(['a', 'a']);
  });

  it('are not mistaken for what a file holds by now', async () => {
    const { truth, kept, text } = bucket(30);
    await text('a');
    truth.upload('a', { body: 'new', contentType: 'text/plain' });
    expect(Buffer.from((await kept.get('a'))?.body ?? []).toString()).toBe('new');
    expect(await text('a')).toBe('aaaaaaaaaa');
  });

  it('are not those that are missing', async () => {
    const { kept, read } = bucket(30);
    for (const _ of [1, 2]) expect(await kept.get('a', 'none')).toBeUndefined();
    expect(read).toEqual(['a', 'a']);
  });
});
