import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryObjects } from '../../../functions/shared/memory-objects.ts';
import type { NewObject } from '../../../functions/shared/objects.ts';
import { settle, untilSettled } from '../../../functions/shared/settle.ts';

const key = '2026/11/wall/index.html';
const page = (body: string): NewObject => ({ body, contentType: 'text/html' });

describe('settling an object', () => {
  let site: MemoryObjects;

  beforeEach(() => {
    site = new MemoryObjects();
  });

  const now = () => site.dump()[key];

  it('writes what is wanted', async () => {
    expect(await settle(site, key, async () => page('Wall'))).toEqual({
      written: true,
      removed: false,
    });
    expect(now()).toBe('Wall');
  });

  it('writes nothing when it is there', async () => {
    await settle(site, key, async () => page('Wall'));
    const { writes } = site;
    expect(await settle(site, key, async () => page('Wall'))).toEqual({
      written: false,
      removed: false,
    });
    expect(site.writes).toBe(writes);
  });

  it.each([
    { ...page('Wall'), contentType: 'text/plain' },
    { ...page('Wall'), cacheControl: 'no-cache' },
    { ...page('Wall'), meta: { style: 'other' } },
  ])('writes the same bytes again when something about them differs: %j', async (other) => {
    await settle(site, key, async () => page('Wall'));
    expect(await settle(site, key, async () => other)).toMatchObject({ written: true });
  });

  it('removes what is not wanted, once', async () => {
    await settle(site, key, async () => page('Wall'));
    expect(await settle(site, key, async () => undefined)).toMatchObject({ removed: true });
    expect(now()).toBeUndefined();
    expect(await settle(site, key, async () => undefined)).toMatchObject({ removed: false });
  });

  it('looks again when it was overtaken, so that the newer state wins', async () => {
    let state = 'old';
    const wanted: string[] = [];
    await settle(site, key, async () => {
      const seen = state;
      wanted.push(seen);
      if (seen === 'old') {
        state = 'new';
        site.upload(key, page('new'));
      }
      return page(seen);
    });
    expect(now()).toBe('new');
    expect(wanted).toEqual(['old', 'new', 'new']);
  });

  it('does not let an old pass slip in when a page is back at earlier bytes', async () => {
    await settle(site, key, async () => page('A'));
    let state = 'B';
    await settle(site, key, async () => {
      const seen = state;
      if (seen === 'B') {
        // Others bring the page to C and back to A while this pass still holds B: its token is good again.
        state = 'A';
        site.upload(key, page('C'));
        site.upload(key, page('A'));
      }
      return page(seen);
    });
    expect(now()).toBe('A');
  });

  it('does not remove what changed in the meantime', async () => {
    site.upload(key, page('A'));
    await settle(site, key, async () => {
      if (now() === 'B') return page('B');
      await settle(site, key, async () => page('B'));
      return undefined;
    });
    expect((await site.versions(key)).some(({ deleteMarker }) => deleteMarker)).toBe(false);
  });

  it('brings back what it removed although it had come back', async () => {
    await settle(site, key, async () => page('A'));
    let there = false;
    await settle(site, key, async () => {
      if (there) return page('A');
      there = true;
      site.delete(key);
      await settle(site, key, async () => page('A'));
      return undefined;
    });
    expect(now()).toBe('A');
  });

  it('gives up when it is overtaken again and again', async () => {
    let count = 0;
    const settling = settle(site, key, async () => {
      count += 1;
      site.upload(key, page(`other ${count}`));
      return page('Wall');
    });
    await expect(settling).rejects.toThrow(`${key} was overtaken`);
  });

  it('of several at the same moment ends with the newest state', async () => {
    let state = 0;
    const run = async () => {
      state += 1;
      await settle(site, key, async () => page(String(state)));
    };
    await Promise.all(Array.from({ length: 8 }, run));
    expect(now()).toBe('8');
  });

  it('passes on what goes wrong', async () => {
    const failing = settle(site, key, async () => {
      throw new Error('no version any more');
    });
    await expect(failing).rejects.toThrow('no version any more');
  });
});

describe('repeating a pass', () => {
  it('ends with the first that writes nothing', async () => {
    const passes = [true, true, false, true];
    await untilSettled('wall', async () => passes.shift() ?? false);
    expect(passes).toEqual([true]);
  });
});
