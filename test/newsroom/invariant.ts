import fc from 'fast-check';
import { expect } from 'vitest';
import { anyChance, type Chance, pickWith } from './chance.ts';
import { anyEdit, type Edit, opening, perform } from './edits.ts';
import { Newsroom } from './newsroom.ts';
import type { Bend } from './parts.ts';
import { published, rebuilt } from './rebuild.ts';
import { usualSettings } from './sources.ts';
import { takeTurns } from './turns.ts';

/** What happened to one newsroom, and the luck it had. */
export type History = { edits: Edit[]; chance: Chance };

/** Begins with some good articles, because little can go wrong in an empty newsroom. */
export const anyHistory: fc.Arbitrary<History> = fc
  .record({
    opening: fc.subarray(opening),
    edits: fc.array(anyEdit, { minLength: 1, maxLength: 16, size: 'max' }),
    chance: anyChance,
  })
  .map(({ opening: before, edits, chance }) => ({ edits: [...before, ...edits], chance }));

/** Lives through a history until nothing is left to be done. */
export async function live({ edits, chance }: History, bend?: Bend): Promise<Newsroom> {
  const pick = pickWith(chance);
  const newsroom = new Newsroom(pick, bend);
  const ahead: Edit[] = [{ do: 'upload', key: 'site.yaml', body: usualSettings }, ...edits];
  await takeTurns(pick, () => {
    const [edit] = ahead;
    const next = edit && { name: edit.do, start: () => perform(newsroom, ahead.shift() as Edit) };
    return [...newsroom.deliveries(), ...(next ? [next] : [])];
  });
  return newsroom;
}

/** The great invariant: what stands there is what a clean rebuild makes of the two truths, byte for byte. */
export async function expectInvariant(newsroom: Newsroom): Promise<void> {
  expect(await published(newsroom)).toEqual(await rebuilt(newsroom));
  expect(newsroom.cdn.forgotten()).toEqual([]);
}
