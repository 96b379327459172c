import { beforeEach, describe, expect, it } from 'vitest';
import type { Objects } from '../../../functions/shared/objects.ts';
import { BucketCorner, text } from './bucket-corner.ts';
import { versionFacts } from './objects-versions.ts';

export type ObjectsFactory = () => Objects | Promise<Objects>;

/**
 * What every versioned bucket must do. Each fact writes below a prefix of its own, so that it also holds for a
 * bucket that has other objects in it.
 */
export function objectsContract(name: string, create: ObjectsFactory): void {
  describe(name, () => {
    let corner: BucketCorner;

    beforeEach(async () => {
      corner = new BucketCorner(await create());
    });

    versionFacts(() => corner);

    it('has nothing at a key that nobody wrote', async () => {
      expect(await corner.objects.head(corner.key)).toBeUndefined();
      expect(await corner.objects.get(corner.key)).toBeUndefined();
      expect(await corner.objects.versions(corner.key)).toEqual([]);
      expect(await corner.keysBelow(corner.prefix)).toEqual([]);
    });

    it('gives back bytes, content type and metadata', async () => {
      const body = Uint8Array.from([0, 0xff, 0x0a, 0x0d, 0x80]);
      const meta = { digest: 'abc', style: "'sha256-x='" };
      await corner.objects.put(corner.key, { body, contentType: 'image/png', meta }, null);
      const etag = await corner.etagOf(corner.key);
      const stored = await corner.objects.get(corner.key);
      expect(Buffer.from(stored?.body ?? []).equals(body)).toBe(true);
      expect(stored).toMatchObject({ contentType: 'image/png', meta, etag });
      expect(await corner.objects.head(corner.key)).toEqual({
        contentType: 'image/png',
        meta,
        etag,
        size: 5,
      });
    });

    it('holds an empty object', async () => {
      await corner.put(corner.key, '');
      expect(await corner.bodyOf(corner.key)).toBe('');
      expect(await corner.objects.head(corner.key)).toMatchObject({ size: 0, meta: {} });
    });

    it('creates only where nothing is', async () => {
      await corner.put(corner.key, 'first');
      expect(await corner.objects.put(corner.key, text('second'), null)).toBe(false);
      expect(await corner.bodyOf(corner.key)).toBe('first');
      expect(await corner.objects.versions(corner.key)).toHaveLength(1);
    });

    it('replaces only what was read', async () => {
      await corner.put(corner.key, 'first');
      const stale = await corner.etagOf(corner.key);
      expect(await corner.objects.put(corner.key, text('second'), stale)).toBe(true);
      expect(await corner.objects.put(corner.key, text('third'), stale)).toBe(false);
      expect(await corner.bodyOf(corner.key)).toBe('second');
    });

    it('replaces nothing that is gone', async () => {
      await corner.put(corner.key, 'first');
      const stale = await corner.etagOf(corner.key);
      await corner.remove(corner.key);
      expect(await corner.objects.put(corner.key, text('second'), stale)).toBe(false);
      expect(await corner.objects.head(corner.key)).toBeUndefined();
    });

    it('removes only what was read', async () => {
      await corner.put(corner.key, 'first');
      const stale = await corner.etagOf(corner.key);
      await corner.put(corner.key, 'second');
      expect(await corner.objects.remove(corner.key, stale)).toBe(false);
      expect(await corner.bodyOf(corner.key)).toBe('second');
      await corner.remove(corner.key);
      expect(await corner.objects.get(corner.key)).toBeUndefined();
      expect(await corner.objects.remove(corner.key, stale)).toBe(false);
    });

    it('creates again what was removed', async () => {
      await corner.put(corner.key, 'first');
      await corner.remove(corner.key);
      expect(await corner.objects.put(corner.key, text('second'), null)).toBe(true);
      expect(await corner.bodyOf(corner.key)).toBe('second');
    });

    it('lets one of several create at the same moment', async () => {
      const answers = await Promise.all(
        ['a', 'b', 'c', 'd', 'e'].map((body) => corner.objects.put(corner.key, text(body), null)),
      );
      expect(answers.filter((won) => won)).toHaveLength(1);
      expect(await corner.objects.versions(corner.key)).toHaveLength(1);
    });

    it('lets one of several replace at the same moment', async () => {
      await corner.put(corner.key, 'first');
      const etag = await corner.etagOf(corner.key);
      const answers = await Promise.all(
        ['a', 'b', 'c', 'd', 'e'].map((body) => corner.objects.put(corner.key, text(body), etag)),
      );
      expect(answers.filter((won) => won)).toHaveLength(1);
    });
  });
}
