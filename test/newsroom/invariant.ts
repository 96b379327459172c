import { expect } from 'vitest';
import { type Edit, perform } from './edits.ts';
import type { History } from './histories.ts';
import { Luck } from './luck.ts';
import { Newsroom } from './newsroom.ts';
import type { Bend } from './parts.ts';
import { published, rebuilt } from './rebuild.ts';
import { takeTurns } from './turns.ts';

/**
 * Lives through a history until nothing is left to be done.
 *
 * @param loses when the catalog may be lost: `at rest`, as the runbook says, or while steps are at work
 */
export async function live(
  { edits, chance }: History,
  bend?: Bend,
  loses: 'at rest' | 'at work' = 'at rest',
): Promise<Newsroom> {
  const luck = new Luck(chance);
  const newsroom = new Newsroom(luck, bend);
  const ahead: Edit[] = [...edits];
  await takeTurns(luck, (running) => {
    const [edit] = ahead;
    if (!edit && newsroom.deliveries().length === 0) newsroom.waitOn();
    const deliveries = newsroom.deliveries();
    // Under a step at work the numbers of a new catalog's records could be those it has read in the old one.
    const isBusy = deliveries.length + running > 0;
    if (edit?.do === 'lose' && loses === 'at rest' && isBusy) return deliveries;
    // People are slower than queues, so that a page is often finished before it changes again.
    if (!edit || (deliveries.length > 0 && luck.below(6) < 5)) return deliveries;
    const next = () => perform(newsroom, ahead.shift() as Edit);
    return [...deliveries, { name: () => edit.do, start: next }];
  });
  return newsroom;
}

/** The great invariant: what stands there is what a clean rebuild makes of the two truths, byte for byte. */
export async function expectInvariant(newsroom: Newsroom): Promise<void> {
  expect(await published(newsroom)).toEqual(await rebuilt(newsroom));
  expect(newsroom.cdn.forgotten()).toEqual([]);
}

/** Rule 3 where titles are numbers that grow: a slow old render never overwrites a newer page. */
export async function expectOrder({ written }: Newsroom): Promise<void> {
  const pages = Map.groupBy(written, ({ key }) => key);
  for (const [key, versions] of pages) {
    const numbers = versions.flatMap(({ body }) => /"title":"(\d+)"/.exec(body)?.[1] ?? []);
    expect(numbers, key).toEqual(numbers.toSorted());
  }
}
