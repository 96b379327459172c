import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Check,
  claimedSince,
  presentLife,
  readClaim,
  sameBytes,
  verdicts,
} from '../../../functions/shared/claim.ts';
import { limits } from '../../../functions/shared/layout.ts';
import { MemoryObjects } from '../../../functions/shared/memory-objects.ts';
import type { ProblemCode } from '../../../functions/shared/problem-codes.ts';
import { all } from './all.ts';

const key = 'articles/wall.md';

/** Takes every text that does not begin with `bad`, and `after 3` only of versions of the third day or later. */
const check: Check<string> = (bytes, { lastModified }) => {
  const text = Buffer.from(bytes).toString();
  const [, day] = /^after (\d+)$/.exec(text) ?? [];
  const refused = text.startsWith('bad') || (day !== undefined && lastModified < Number(day));
  const code = text as ProblemCode;
  const problem = { code, severity: 'error', line: 1, column: 1, message: '', advice: '' };
  return refused
    ? { problems: [{ ...problem, severity: 'error' }] }
    : { problems: [], source: text };
};

describe('a file in a versioned bucket', () => {
  let bucket: MemoryObjects;
  let today: number;

  beforeEach(() => {
    today = 0;
    bucket = new MemoryObjects(() => today);
  });

  /** Uploads a text a day, and deletes the file where it says so. */
  function history(...texts: string[]): void {
    for (const text of texts) {
      today += 1;
      if (text === 'DELETE') bucket.delete(key);
      else bucket.upload(key, { body: text, contentType: 'text/markdown' });
    }
  }

  const claim = () => readClaim(bucket, key, check);
  const good = async () => (await claim()).good?.source;
  const codes = async () => (await claim()).problems.map(({ code }) => code);

  it('that was never there claims nothing', async () => {
    expect(await claim()).toEqual({ key, problems: [] });
  });

  it('is as good as its newest version', async () => {
    history('one', 'two');
    expect(await claim()).toMatchObject({
      newest: { versionId: 'v2' },
      problems: [],
      good: { source: 'two', version: { versionId: 'v2' } },
    });
  });

  it('keeps its newest good version, with the problems of what came after it', async () => {
    history('one', 'two', 'bad three', 'bad four');
    expect(await good()).toBe('two');
    expect(await codes()).toEqual(['bad four']);
    expect((await claim()).newest?.versionId).toBe('v4');
  });

  it('with no good version has only problems', async () => {
    history('bad one', 'bad two');
    expect(await good()).toBeUndefined();
    expect(await codes()).toEqual(['bad two']);
  });

  it.each([
    [['one', 'DELETE'], undefined],
    [['one', 'DELETE', 'bad two'], undefined],
    [['one', 'DELETE', 'two', 'bad three'], 'two'],
    [['one', 'DELETE', 'two', 'DELETE'], undefined],
  ])('that was deleted does not come back with an earlier life: %j', async (texts, expected) => {
    history(...texts);
    expect(await good()).toBe(expected);
  });

  it('over the limit is refused and not read', async () => {
    history('one', 'x'.repeat(limits.sourceBytes + 1));
    bucket.get = async (_, versionId) => {
      expect(versionId).not.toBe('v2');
      return { body: Buffer.from('one'), etag: '', meta: {} };
    };
    expect(await good()).toBe('one');
    expect(await codes()).toEqual(['too-large']);
  });

  it('is judged by the day of each version, not by the present', async () => {
    history('one', 'after 3');
    today = 100;
    expect(await good()).toBe('one');
    expect(await codes()).toEqual(['after 3']);
  });

  it('names the bytes of its good version', async () => {
    history('one');
    const sha256 = '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed';
    expect((await claim()).good?.sha256).toBe(sha256);
  });

  describe('uploaded again with the same bytes', () => {
    it('is the version it was', async () => {
      history('one', 'two', 'two', 'two');
      expect(await claim()).toMatchObject({
        newest: { versionId: 'v2' },
        good: { version: { versionId: 'v2' } },
      });
    });

    it('is a new version when others or a deletion came between', async () => {
      history('one', 'two', 'one');
      expect((await claim()).newest?.versionId).toBe('v3');
      history('DELETE', 'one');
      expect((await claim()).newest?.versionId).toBe('v5');
    });

    it('is a new version when it was refused, so that its author has a new report', async () => {
      history('bad', 'bad');
      expect((await claim()).newest?.versionId).toBe('v2');
    });

    it('is the first version that is good, when time made it so', async () => {
      history('after 3', 'after 3');
      expect(await claim()).toMatchObject({ newest: { versionId: 'v2' }, problems: [{}] });
      history('after 3', 'after 3');
      expect(await claim()).toMatchObject({
        newest: { versionId: 'v3' },
        problems: [],
        good: { version: { versionId: 'v3' } },
      });
    });

    it('is known by the names of those before it', async () => {
      history('one', 'two', 'two', 'two', 'three');
      const versions = await bucket.versions(key);
      expect(sameBytes(versions, 'v4')).toEqual(['v4', 'v3', 'v2']);
      expect(sameBytes(versions, 'v2')).toEqual(['v2']);
      expect(sameBytes(versions, 'v5')).toEqual(['v5']);
      expect(sameBytes(versions, 'other')).toEqual([]);
    });
  });

  describe('with an address that another file claims too', () => {
    const since = () => claimedSince(bucket, key, check, (source) => source !== 'draft');

    it.each([
      [['one'], 1],
      [['one', 'two', 'three'], 1],
      [['one', 'one', 'one'], 1],
      [['bad one', 'two'], 2],
      [['one', 'bad two', 'three'], 1],
      [['one', 'DELETE', 'two'], 3],
      [['draft', 'two'], 2],
      [['one', 'draft', 'three'], 3],
      [['one', 'draft', 'bad three', 'four', 'five'], 4],
      [['after 3', 'bad two', 'after 3'], 3],
      [['draft'], Infinity],
      [['bad one'], Infinity],
      [[], Infinity],
    ])('has claimed it since its last break: %j', async (texts, day) => {
      history(...texts);
      expect(await since()).toBe(day);
    });
  });

  it('is read no further than needed', async () => {
    history('one', 'two', 'bad three', 'four', 'five');
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
    history('one', 'bad two', 'bad two');
    const memory = new Map();
    const first = await all(verdicts(bucket, key, check, { memory }));
    bucket.get = async () => {
      throw new Error('read again');
    };
    expect(await all(verdicts(bucket, key, check, { memory }))).toEqual(first);
    expect(first).toHaveLength(2);
  });

  it('skips a version that is gone for good', async () => {
    history('one', 'two');
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
