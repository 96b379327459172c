import { expect, it } from 'vitest';
import { all } from './all.ts';
import { type BucketCorner, text } from './bucket-corner.ts';

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

/** The part of the bucket's contract that is about versions, keys and listings. */
export function versionFacts(here: () => BucketCorner): void {
  it('gives equal bytes the same ETag, whenever they come', async () => {
    const corner = here();
    await corner.put(corner.key, 'first');
    const etag = await corner.etagOf(corner.key);
    await corner.put(corner.key, 'second');
    expect(await corner.etagOf(corner.key)).not.toBe(etag);
    await corner.put(corner.key, 'first');
    expect(await corner.etagOf(corner.key)).toBe(etag);
  });

  it('lists versions newest first, with the markers of removals', async () => {
    const corner = here();
    await corner.put(corner.key, 'one');
    await corner.put(corner.key, 'three');
    await corner.remove(corner.key);
    await corner.put(corner.key, 'fifteen');
    const versions = await corner.objects.versions(corner.key);
    expect(versions.map(({ deleteMarker }) => deleteMarker)).toEqual([false, true, false, false]);
    const sizes = versions.map(({ size, deleteMarker }) => (deleteMarker ? 'gone' : size));
    expect(sizes).toEqual([7, 'gone', 5, 3]);
    expect(new Set(versions.map(({ versionId }) => versionId)).size).toBe(4);
    expect(versions[0]?.etag).toBe(await corner.etagOf(corner.key));
  });

  it('lists versions with their times in milliseconds', async () => {
    const corner = here();
    for (const body of ['one', 'two', 'three']) await corner.put(corner.key, body);
    const times = (await corner.objects.versions(corner.key)).map(
      ({ lastModified }) => lastModified,
    );
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    for (const time of times) expect(new Date(time).getUTCFullYear()).toBeGreaterThan(2000);
  });

  it('gives back each version, even of what was removed', async () => {
    const corner = here();
    await corner.put(corner.key, 'first');
    await corner.put(corner.key, 'second');
    await corner.remove(corner.key);
    const [, second, first] = await corner.objects.versions(corner.key);
    expect(await corner.bodyOf(corner.key, first?.versionId)).toBe('first');
    expect(await corner.bodyOf(corner.key, second?.versionId)).toBe('second');
  });

  it('does not mix up a key with one that begins alike', async () => {
    const corner = here();
    await corner.put(corner.key, 'wall');
    await corner.put(`${corner.key}.bak`, 'other');
    await corner.put(`${corner.key}/below`, 'other');
    await corner.put(corner.key, 'wall again');
    expect(await corner.objects.versions(corner.key)).toHaveLength(2);
    expect(await corner.objects.versions(corner.key.slice(0, -1))).toEqual([]);
    expect(await corner.objects.head(corner.key.slice(0, -1))).toBeUndefined();
    expect(await corner.bodyOf(corner.key)).toBe('wall again');
  });

  it('lists what is there below a prefix, in order', async () => {
    const corner = here();
    for (const each of ['b.md', 'a/z.md', 'a.md', 'a/b.md'])
      await corner.put(`${corner.prefix}${each}`, each);
    await corner.remove(`${corner.prefix}a/b.md`);
    const there = ['a.md', 'a/z.md', 'b.md'].map((each) => `${corner.prefix}${each}`);
    expect(await corner.keysBelow(corner.prefix)).toEqual(there);
    expect(await corner.keysBelow(`${corner.prefix}a/`)).toEqual([`${corner.prefix}a/z.md`]);
    expect(await corner.keysBelow(`${corner.prefix}a`)).toEqual(there.slice(0, 2));
  });

  it('lists only what comes after a key, whether that is there or not', async () => {
    const corner = here();
    const { prefix } = corner;
    for (const each of ['a.md', 'a/z.md', 'b.md']) await corner.put(`${prefix}${each}`, each);
    const after = (key: string) => all(corner.objects.keys(prefix, key));
    expect(await after(`${prefix}a.md`)).toEqual([`${prefix}a/z.md`, `${prefix}b.md`]);
    expect(await after(`${prefix}a/y`)).toEqual([`${prefix}a/z.md`, `${prefix}b.md`]);
    expect(await after(`${prefix}b.md`)).toEqual([]);
    expect(await after('')).toHaveLength(3);
    expect(await after('before the prefix')).toHaveLength(3);
    expect(await after('d, which is after the prefix')).toEqual([]);
  });

  it('lists more keys than one answer holds', async () => {
    const corner = here();
    const many = Array.from({ length: 1001 }, (_, index) => `${corner.prefix}${1000 + index}`);
    for (let start = 0; start < many.length; start += 50) {
      const some = many.slice(start, start + 50);
      await Promise.all(some.map((each) => corner.objects.put(each, text('x'), null)));
    }
    expect(await corner.keysBelow(corner.prefix)).toEqual(many);
    expect(await all(corner.objects.keys(corner.prefix, many[0]))).toEqual(many.slice(1));
  }, 60_000);

  it.each(oddKeys)('takes the key %s as it is', async (odd) => {
    const corner = here();
    const whole = `${corner.prefix}${odd}`;
    await corner.put(whole, odd);
    expect(await corner.bodyOf(whole)).toBe(odd);
    expect(await corner.keysBelow(corner.prefix)).toEqual([whole]);
    expect(await corner.objects.versions(whole)).toHaveLength(1);
    await corner.remove(whole);
    expect(await corner.keysBelow(corner.prefix)).toEqual([]);
  });

  it('takes a key of 1,024 bytes', async () => {
    const corner = here();
    const long = corner.prefix + 'ä'.repeat((1024 - corner.prefix.length) / 2);
    await corner.put(long, 'long');
    expect(await corner.bodyOf(long)).toBe('long');
    expect(await corner.objects.versions(long)).toHaveLength(1);
  });
}
