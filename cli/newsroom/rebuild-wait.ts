import { Failure } from '../failure.ts';
import type { Desk } from './newsroom.ts';
import { untilQuiet } from './queues.ts';
import { until } from './until.ts';

/** Milliseconds between two looks at the queues, and how long nothing may move before it is given up. */
export type Pace = { every: number; patience: number };

/** So many are looked for at once. */
const atOnce = 20;

const advice =
  'Look at the alarms and the dead-letter queues (docs/runbook.md), then run "npx galley rebuild" again: it does no harm.';

/**
 * Waits until no message is left, for as long as their number changes.
 *
 * @throws Failure when it stayed the same for longer than the patience
 */
export async function untilDone(
  desk: Pick<Desk, 'waiting'>,
  note: (detail: string) => void,
  { every, patience }: Pace,
): Promise<void> {
  for (;;) {
    const counts = new Set<number>();
    const look = (count: number) => {
      counts.add(count);
      note(count === 0 ? '' : `${count} to go`);
    };
    if (await untilQuiet(desk, look, { every, deadline: patience })) return;
    if (counts.size > 1 || counts.has(0)) continue;
    throw new Failure(`Nothing moves any more; ${[...counts]} messages still wait.`, { advice });
  }
}

/**
 * Makes sure that everything arrived. SQS says too early that a queue is empty (its counts may lag a minute, says
 * the API reference of GetQueueAttributes), and a message may have ended in the dead-letter queue.
 *
 * @throws Failure naming the first that did not arrive
 */
export async function untilAllThere<T extends string>(
  what: string,
  all: T[],
  isThere: (each: T) => Promise<boolean>,
  { every, patience }: Pace,
): Promise<void> {
  let missing = all;
  const done = await until(
    async () => {
      missing = await absent(missing, isThere);
      return missing.length === 0 ? true : undefined;
    },
    { every, deadline: patience },
  );
  if (done) return;
  throw new Failure(`${missing.length} of ${all.length} ${what} did not arrive.`, {
    where: missing
      .slice(0, 5)
      .map((each) => `  ${each || '(home)'}`)
      .join('\n'),
    advice,
  });
}

async function absent<T>(all: T[], isThere: (each: T) => Promise<boolean>): Promise<T[]> {
  const missing: T[] = [];
  for (let start = 0; start < all.length; start += atOnce) {
    const some = all.slice(start, start + atOnce);
    const there = await Promise.all(some.map(isThere));
    missing.push(...some.filter((_each, index) => !there[index]));
  }
  return missing;
}
