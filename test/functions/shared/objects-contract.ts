import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Objects } from '../../../functions/shared/objects.ts';
import { all } from './all.ts';

/** @param prefix below which this fact may do what it likes */
export type ObjectsFactory = (prefix: string) => Objects | Promise<Objects>;

/** Keys that are legal in S3 and trouble for whoever puts them into an address, XML or a pattern. */
const oddKeys = [
  'a blank.md',
  'a+plus.md',
  'a%20percent.md',
  'Größe.md',
  '港.md',
  'wave-🌊.md',
  'a&b<c>"d\'.md',
  'what?#x.md',
  '[brackets](here)*.md',
  'folder/',
  '…/../dots.md',
];

/**
 * What every versioned bucket must do. Each fact writes below a prefix of its own, so that it also holds for a
 * bucket that has other objects in it.
 */
export function objectsContract(name: string, create: ObjectsFactory): void {
  describe(name, () => {
    let objects: Objects;
    let prefix: string;
    let key: string;

    beforeEach(async () => {
      prefix = `contract/${randomUUID()}/`;
      key = `${prefix}wall.md`;
      objects = await create(prefix);
    });

    const text = (body: string) => ({ body, contentType: 'text/markdown; charset=utf-8' });

    async function etagOf(of: string): Promise<string> {
      return String((await objects.head(of))?.etag);
    }

    async function put(of: string, body: string): Promise<void> {
      const head = await objects.head(of);
      expect(await objects.put(of, text(body), head?.etag ?? null)).toBe(true);
    }

    async function remove(of: string): Promise<void> {
      expect(await objects.remove(of, await etagOf(of))).toBe(true);
    }

    async function bodyOf(of: string, versionId?: string): Promise<string | undefined> {
      const object = await objects.get(of, versionId);
      return object && Buffer.from(object.body).toString('utf8');
    }

    async function keysBelow(start: string): Promise<string[]> {
      return all(objects.keys(start));
    }

    it('has nothing at a key that nobody wrote', async () => {
      expect(await objects.head(key)).toBeUndefined();
      expect(await objects.get(key)).toBeUndefined();
      expect(await objects.versions(key)).toEqual([]);
      expect(await keysBelow(prefix)).toEqual([]);
    });

    it('gives back bytes, content type and metadata', async () => {
      const body = Uint8Array.from([0, 0xff, 0x0a, 0x0d, 0x80]);
      const meta = { digest: 'abc', style: "'sha256-x='" };
      await objects.put(key, { body, contentType: 'image/png', meta }, null);
      const etag = await etagOf(key);
      const stored = await objects.get(key);
      expect(Buffer.from(stored?.body ?? []).equals(body)).toBe(true);
      expect(stored).toMatchObject({ contentType: 'image/png', meta, etag });
      expect(await objects.head(key)).toEqual({ contentType: 'image/png', meta, etag, size: 5 });
    });

    it('holds an empty object', async () => {
      await put(key, '');
      expect(await bodyOf(key)).toBe('');
      expect(await objects.head(key)).toMatchObject({ size: 0, meta: {} });
    });

    it('creates only where nothing is', async () => {
      await put(key, 'first');
      expect(await objects.put(key, text('second'), null)).toBe(false);
      expect(await bodyOf(key)).toBe('first');
      expect(await objects.versions(key)).toHaveLength(1);
    });

    it('replaces only what was read', async () => {
      await put(key, 'first');
      const stale = await etagOf(key);
      expect(await objects.put(key, text('second'), stale)).toBe(true);
      expect(await objects.put(key, text('third'), stale)).toBe(false);
      expect(await bodyOf(key)).toBe('second');
    });

    it('replaces nothing that is gone', async () => {
      await put(key, 'first');
      const stale = await etagOf(key);
      await remove(key);
      expect(await objects.put(key, text('second'), stale)).toBe(false);
      expect(await objects.head(key)).toBeUndefined();
    });

    it('removes only what was read', async () => {
      await put(key, 'first');
      const stale = await etagOf(key);
      await put(key, 'second');
      expect(await objects.remove(key, stale)).toBe(false);
      expect(await bodyOf(key)).toBe('second');
      await remove(key);
      expect(await objects.get(key)).toBeUndefined();
      expect(await objects.remove(key, stale)).toBe(false);
    });

    it('creates again what was removed', async () => {
      await put(key, 'first');
      await remove(key);
      expect(await objects.put(key, text('second'), null)).toBe(true);
      expect(await bodyOf(key)).toBe('second');
    });

    it('lets one of several create at the same moment', async () => {
      const answers = await Promise.all(
        ['a', 'b', 'c', 'd', 'e'].map((body) => objects.put(key, text(body), null)),
      );
      expect(answers.filter((won) => won)).toHaveLength(1);
      expect(await objects.versions(key)).toHaveLength(1);
    });

    it('lets one of several replace at the same moment', async () => {
      await put(key, 'first');
      const etag = await etagOf(key);
      const answers = await Promise.all(
        ['a', 'b', 'c', 'd', 'e'].map((body) => objects.put(key, text(body), etag)),
      );
      expect(answers.filter((won) => won)).toHaveLength(1);
    });

    it('gives equal bytes the same ETag, whenever they come', async () => {
      await put(key, 'first');
      const etag = await etagOf(key);
      await put(key, 'second');
      expect(await etagOf(key)).not.toBe(etag);
      await put(key, 'first');
      expect(await etagOf(key)).toBe(etag);
    });

    it('lists versions newest first, with the markers of removals', async () => {
      await put(key, 'one');
      await put(key, 'three');
      await remove(key);
      await put(key, 'fifteen');
      const versions = await objects.versions(key);
      expect(versions.map(({ deleteMarker }) => deleteMarker)).toEqual([false, true, false, false]);
      const sizes = versions.map(({ size, deleteMarker }) => (deleteMarker ? 'gone' : size));
      expect(sizes).toEqual([7, 'gone', 5, 3]);
      expect(new Set(versions.map(({ versionId }) => versionId)).size).toBe(4);
      expect(versions[0]?.etag).toBe(await etagOf(key));
    });

    it('lists versions with their times in milliseconds', async () => {
      for (const body of ['one', 'two', 'three']) await put(key, body);
      const times = (await objects.versions(key)).map(({ lastModified }) => lastModified);
      expect(times).toEqual(times.toSorted((a, b) => b - a));
      for (const time of times) expect(new Date(time).getUTCFullYear()).toBeGreaterThan(2000);
    });

    it('gives back each version, even of what was removed', async () => {
      await put(key, 'first');
      await put(key, 'second');
      await remove(key);
      const [, second, first] = await objects.versions(key);
      expect(await bodyOf(key, first?.versionId)).toBe('first');
      expect(await bodyOf(key, second?.versionId)).toBe('second');
    });

    it('does not mix up a key with one that begins alike', async () => {
      await put(key, 'wall');
      await put(`${key}.bak`, 'other');
      await put(`${key}/below`, 'other');
      await put(key, 'wall again');
      expect(await objects.versions(key)).toHaveLength(2);
      expect(await objects.versions(key.slice(0, -1))).toEqual([]);
      expect(await objects.head(key.slice(0, -1))).toBeUndefined();
      expect(await bodyOf(key)).toBe('wall again');
    });

    it('lists what is there below a prefix, in order', async () => {
      for (const each of ['b.md', 'a/z.md', 'a.md', 'a/b.md']) await put(`${prefix}${each}`, each);
      await remove(`${prefix}a/b.md`);
      const there = ['a.md', 'a/z.md', 'b.md'].map((each) => `${prefix}${each}`);
      expect(await keysBelow(prefix)).toEqual(there);
      expect(await keysBelow(`${prefix}a/`)).toEqual([`${prefix}a/z.md`]);
      expect(await keysBelow(`${prefix}a`)).toEqual(there.slice(0, 2));
    });

    it('lists more keys than one answer holds', async () => {
      const many = Array.from({ length: 1001 }, (_, index) => `${prefix}${1000 + index}`);
      for (let start = 0; start < many.length; start += 50) {
        const some = many.slice(start, start + 50);
        await Promise.all(some.map((each) => objects.put(each, text('x'), null)));
      }
      expect(await keysBelow(prefix)).toEqual(many);
    }, 60_000);

    it.each(oddKeys)('takes the key %s as it is', async (odd) => {
      const whole = `${prefix}${odd}`;
      await put(whole, odd);
      expect(await bodyOf(whole)).toBe(odd);
      expect(await keysBelow(prefix)).toEqual([whole]);
      expect(await objects.versions(whole)).toHaveLength(1);
      await remove(whole);
      expect(await keysBelow(prefix)).toEqual([]);
    });

    it('takes a key of 1,024 bytes', async () => {
      const long = prefix + 'ä'.repeat((1024 - prefix.length) / 2);
      await put(long, 'long');
      expect(await bodyOf(long)).toBe('long');
      expect(await objects.versions(long)).toHaveLength(1);
    });
  });
}
