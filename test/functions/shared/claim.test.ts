import { beforeEach, describe, expect, it } from 'vitest';
import { presentLife, readClaim, sameBytes, verdicts } from '../../../functions/shared/claim.ts';
import { limits } from '../../../functions/shared/layout.ts';
import type { MemoryObjects } from '../../../functions/shared/memory-objects.ts';
import { all } from './all.ts';
import { check, History, key } from './history.ts';

describe('a file in a versioned bucket', () => {
  let past: History;
  let bucket: MemoryObjects;

  beforeEach(() => {
    past = new History();
    bucket = past.bucket;
  });

  const claim = () => readClaim(bucket, key, check);
  const good = async () => (await claim()).good?.source;
  const codes = async () => (await claim()).problems.map(({ code }) => code);

  it('that was never there claims nothing', async () => {
    expect(await claim()).toEqual({ key, problems: [] });
  });

  it('is as good as its newest version', async () => {
    past.add('one', 'two');
    expect(await claim()).toMatchObject({
      newest: { versionId: 'v2' },
      problems: [],
      good: { source: 'two', version: { versionId: 'v2' } },
    });
  });

  it('keeps its newest good version, with the problems of what came after it', async () => {
    past.add('one', 'two', 'bad three', 'bad four');
    expect(await good()).toBe('two');
    expect(await codes()).toEqual(['bad four']);
    expect((await claim()).newest?.versionId).toBe('v4');
  });

  it('with no good version has only problems', async () => {
    past.add('bad one', 'bad two');
    expect(await good()).toBeUndefined();
    expect(await codes()).toEqual(['bad two']);
  });

  it.each([
    [['one', 'DELETE'], undefined],
    [['one', 'DELETE', 'bad two'], undefined],
    [['one', 'DELETE', 'two', 'bad three'], 'two'],
    [['one', 'DELETE', 'two', 'DELETE'], undefined],
  ])('that was deleted does not come back with an earlier life: %j', async (texts, expected) => {
    past.add(...texts);
    expect(await good()).toBe(expected);
  });

  it('over the limit is refused and not read', async () => {
    past.add('one', 'x'.repeat(limits.sourceBytes + 1));
    bucket.get = async (_, versionId) => {
      expect(versionId).not.toBe('v2');
      return { body: Buffer.from('one'), etag: '', meta: {} };
    };
    expect(await good()).toBe('one');
    expect(await codes()).toEqual(['too-large']);
  });

  it('is judged by the day of each version, not by the present', async () => {
    past.add('one', 'after 3');
    past.today = 100;
    expect(await good()).toBe('one');
    expect(await codes()).toEqual(['after 3']);
  });

  it('names the bytes of its good version', async () => {
    past.add('one');
    const sha256 = '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed';
    expect((await claim()).good?.sha256).toBe(sha256);
  });

  describe('uploaded again with the same bytes', () => {
    it('is the version it was', async () => {
      past.add('one', 'two', 'two', 'two');
      expect(await claim()).toMatchObject({
        newest: { versionId: 'v2' },
        good: { version: { versionId: 'v2' } },
      });
    });

    it('is a new version when others or a deletion came between', async () => {
      past.add('one', 'two', 'one');
      expect((await claim()).newest?.versionId).toBe('v3');
      past.add('DELETE', 'one');
      expect((await claim()).newest?.versionId).toBe('v5');
    });

    it('is a new version when it was refused, so that its author has a new report', async () => {
      past.add('bad', 'bad');
      expect((await claim()).newest?.versionId).toBe('v2');
    });

    it('is the first version that is good, when time made it so', async () => {
      past.add('after 3', 'after 3');
      expect(await claim()).toMatchObject({ newest: { versionId: 'v2' }, problems: [{}] });
      past.add('after 3', 'after 3');
      expect(await claim()).toMatchObject({
        newest: { versionId: 'v3' },
        problems: [],
        good: { version: { versionId: 'v3' } },
      });
    });

    it('is known by the names of those before it', async () => {
      past.add('one', 'two', 'two', 'two', 'three');
      const versions = await bucket.versions(key);
      expect(sameBytes(versions, 'v4')).toEqual(['v4', 'v3', 'v2']);
      expect(sameBytes(versions, 'v2')).toEqual(['v2']);
      expect(sameBytes(versions, 'v5')).toEqual(['v5']);
      expect(sameBytes(versions, 'other')).toEqual([]);
    });
  });

  it('is read no further than needed', async () => {
    past.add('one', 'two', 'bad three', 'four', 'five');
    const read: (string | undefined)[] = [];
    const { get } = bucket;
    bucket.get = (of, versionId) => {
      read.push(versionId);
      return get.call(bucket, of, versionId);
    };
    await claim();
    expect(read).toEqual(['v5']);
  });

  it('is judged once for a caller that remembers', async () => {
    past.add('one', 'bad two', 'bad two');
    const memory = new Map();
    const first = await all(verdicts(bucket, key, check, { memory }));
    bucket.get = async () => {
      throw new Error('read again');
    };
    expect(await all(verdicts(bucket, key, check, { memory }))).toEqual(first);
    expect(first).toHaveLength(2);
  });

  it('with very many refused versions is not read to its beginning', async () => {
    const bad = Array.from({ length: limits.versions }, (_, nth) => `bad ${nth}`);
    past.add('one', ...bad.slice(1));
    expect(await good()).toBe('one');
    // The same bytes again are the same mistake.
    past.add(...Array<string>(20).fill(String(bad.at(-1))));
    expect(await good()).toBe('one');
    past.add('bad at last');
    let reads = 0;
    const { get } = bucket;
    bucket.get = (...given) => {
      reads += 1;
      return get.apply(bucket, given);
    };
    expect(await good()).toBeUndefined();
    expect(await codes()).toEqual(['bad at last']);
    expect(reads).toBe(2 * limits.versions);
  });

  it('skips a version that is gone for good', async () => {
    past.add('one', 'two');
    const { get } = bucket;
    bucket.get = async (of, versionId) =>
      versionId === 'v2' ? undefined : get.call(bucket, of, versionId);
    expect(await good()).toBe('one');
    expect(await codes()).toEqual([]);
  });
});

describe('the present life', () => {
  it('ends at the newest marker', () => {
    const version = (versionId: string, deleteMarker = false) => ({
      versionId,
      deleteMarker,
      etag: versionId,
      size: 1,
      lastModified: 1,
    });
    const versions = [version('c'), version('b'), version('x', true), version('a')];
    expect(presentLife(versions).map(({ versionId }) => versionId)).toEqual(['c', 'b']);
    expect(presentLife(versions.slice(2))).toEqual([]);
    expect(presentLife([])).toEqual([]);
  });
});
