import { describe, expect, it } from 'vitest';
import { MemoryObjects } from '../../../functions/shared/memory-objects.ts';
import { objectsContract } from './objects-contract.ts';

objectsContract('a bucket in memory', () => new MemoryObjects());

describe('a bucket in memory', () => {
  const page = { body: 'Wall', contentType: 'text/html' };

  it('notes the time of each version by the clock it was given', async () => {
    let now = Date.UTC(2026, 10, 3);
    const bucket = new MemoryObjects(() => now);
    bucket.upload('wall', page);
    now += 1;
    bucket.delete('wall');
    const times = (await bucket.versions('wall')).map(({ lastModified }) => lastModified);
    expect(times).toEqual([Date.UTC(2026, 10, 3) + 1, Date.UTC(2026, 10, 3)]);
  });

  it('has the same times in each run without a clock', async () => {
    const [one, other] = [new MemoryObjects(), new MemoryObjects()];
    for (const bucket of [one, other]) bucket.upload('wall', page);
    expect(await one.versions('wall')).toEqual(await other.versions('wall'));
  });

  it('counts writes that changed something', async () => {
    const bucket = new MemoryObjects();
    bucket.upload('wall', page);
    await bucket.put('wall', page, null);
    await bucket.remove('wall', 'stale');
    bucket.delete('other');
    expect(bucket.writes).toBe(1);
  });

  it('shows all that is there as text', () => {
    const bucket = new MemoryObjects();
    bucket.upload('b', page);
    bucket.upload('a', page);
    bucket.delete('b');
    expect(bucket.dump()).toEqual({ a: 'Wall' });
  });
});
