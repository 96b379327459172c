import type { RebuildWork, Rebuilt } from '../../functions/shared/rebuild.ts';
import { Failure } from '../failure.ts';
import type { Progress } from '../progress.ts';
import type { Desk } from './newsroom.ts';
import { untilQuiet } from './queues.ts';
import { failuresOf, type RebuildFailure, workOf } from './rebuild-failures.ts';
import type { Run, Runs } from './rebuild-runs.ts';
import { type Looks, watchRun } from './rebuild-watch.ts';

export type RebuildDesk = Pick<Desk, 'ask' | 'site' | 'waiting'> & { runs: Runs };

/** What came of a rebuild: all of it, or what could not be done. */
export type Outcome = { rebuilt?: Rebuilt; failures: RebuildFailure[] };

/** An execution may be started with 256 KiB; whoever has more to do again does better to do all of it. */
const longestInput = 200_000;

/**
 * Has the stack make catalog and site anew, and waits for it. When that is under way already, shows the one that is.
 *
 * @throws Failure when the rebuild broke off
 */
export async function rebuild(
  { runs }: RebuildDesk,
  progress: Progress,
  looks: Looks,
): Promise<Outcome> {
  const running = await runningOne(runs);
  if (running) progress.say(`A rebuild is under way since ${running.started.toISOString()}.`);
  const execution = running?.execution ?? (await runs.start({ wait: 0 }));
  return outcomeOf(runs, await watchRun(runs, execution, progress, looks));
}

/**
 * Has only that done again which the last rebuild could not do.
 *
 * @returns undefined when it left nothing undone
 */
export async function redrive(
  desk: RebuildDesk,
  progress: Progress,
  looks: Looks,
): Promise<Outcome | undefined> {
  const { runs } = desk;
  const last = await lastRun(runs);
  if (last?.status === 'succeeded') return undefined;
  const work = last?.status === 'failed' ? workOf(await runs.failed(last.execution)) : undefined;
  if (!work || !fits(work)) return rebuild(desk, progress, looks);
  const execution = await runs.start({ wait: 0, again: work });
  return outcomeOf(runs, await watchRun(runs, execution, progress, looks));
}

/** What the last rebuild could not do; undefined when there was none, or it has not ended. */
export async function lastFailures({ runs }: RebuildDesk): Promise<RebuildFailure[] | undefined> {
  const last = await lastRun(runs);
  if (!last || last.status === 'running') return undefined;
  return last.status === 'failed' ? (await outcomeOf(runs, last)).failures : [];
}

/**
 * Removes files of earlier themes. Only when all pages are new: one that is old names them, and so do pages that are
 * open in a browser or kept by the CDN.
 *
 * @returns how many
 */
export async function prune(desk: RebuildDesk, progress: Progress, every: number): Promise<number> {
  return progress.step('Files of earlier themes', async (note) => {
    const before = await assetsOf(desk);
    await desk.ask.render(before.map((page) => ({ page })));
    await untilQuiet(desk, (count) => note(count === 0 ? '' : `${count} to go`), { every });
    const removed = before.length - (await assetsOf(desk)).length;
    note(`${removed} removed`);
    return removed;
  });
}

async function assetsOf({ site }: RebuildDesk): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of site.keys('assets/')) keys.push(key);
  return keys;
}

/** Nothing to name means that it broke off elsewhere, and then all of it has to be done. */
function fits(work: RebuildWork): boolean {
  const isEmpty = Object.values(work).every((messages) => messages.length === 0);
  return !isEmpty && JSON.stringify(work).length < longestInput;
}

async function runningOne(runs: Runs): Promise<Run | undefined> {
  const last = await lastRun(runs);
  return last?.status === 'running' ? last : undefined;
}

async function lastRun(runs: Runs): Promise<Run | undefined> {
  const execution = await runs.latest();
  return execution === undefined ? undefined : runs.look(execution);
}

async function outcomeOf(runs: Runs, { execution, rebuilt, why }: Run): Promise<Outcome> {
  if (rebuilt) return { rebuilt, failures: [] };
  const failures = failuresOf(await runs.failed(execution));
  if (failures.length > 0) return { failures };
  throw new Failure('The rebuild broke off; all pages were left to the render queue.', {
    where: `  ${why ?? 'It was stopped.'}`,
    advice: 'See docs/runbook.md#a-rebuild-is-incomplete, then "npx galley rebuild" once more.',
  });
}
