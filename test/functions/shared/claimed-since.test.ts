import { describe, expect, it } from 'vitest';
import { claimedSince } from '../../../functions/shared/claim.ts';
import { limits } from '../../../functions/shared/layout.ts';
import { check, History, key } from './history.ts';

const isPublished = (source: string) => source !== 'draft';

describe('a file whose address another one claims too', () => {
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
    const past = new History();
    past.add(...texts);
    expect(await claimedSince(past.bucket, key, check, isPublished)).toBe(day);
  });

  const many = Array.from({ length: limits.versions }, (_, nth) => `correction ${nth}`);

  it.each([
    [['DELETE', 'one', ...many], 2],
    [['one', 'draft', ...many.slice(1)], 3],
    // Too long ago to be seen.
    [['one', 'draft', ...many], 1],
    [['one', ...many.map((text) => `bad ${text}`)], Infinity],
  ])('keeps it however often it is corrected: case %#', async (texts, day) => {
    const past = new History();
    past.add(...texts);
    expect(await claimedSince(past.bucket, key, check, isPublished)).toBe(day);
  });
});
