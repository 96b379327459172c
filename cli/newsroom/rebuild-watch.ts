import { setTimeout as delay } from 'node:timers/promises';
import { type RebuildPart, rebuildParts } from '../../functions/shared/layout.ts';
import { bar, type Progress } from '../progress.ts';
import type { Run, Runs } from './rebuild-runs.ts';

/** Milliseconds between two looks. The signal ends the looking, not the rebuild. */
export type Looks = { every: number; signal?: AbortSignal | undefined };

const titles: Record<RebuildPart, string> = {
  Images: 'Images',
  Texts: 'Articles and pages',
  Pages: 'The site',
  Shares: 'Pictures for other sites',
};

/** Shows how far an execution is until it has ended. @returns how it ended */
export async function watchRun(
  runs: Pick<Runs, 'look'>,
  execution: string,
  progress: Progress,
  { every, signal }: Looks,
): Promise<Run> {
  const next = async () => {
    await delay(every, undefined, signal ? { signal } : {});
    return runs.look(execution);
  };
  let run = await runs.look(execution);
  const isWaiting = () => run.status === 'running';
  await progress.step('List the files', async () => {
    while (isWaiting() && run.parts.length === 0) run = await next();
  });
  for (const part of rebuildParts) {
    const here = () => run.parts.find((each) => each.part === part);
    if (!isWaiting() && !here()) break;
    await progress.step(titles[part], async (note) => {
      for (;;) {
        const found = here();
        if (found) note(`${bar(found.done, found.total)} batches${lost(found.failed)}`);
        if (found?.over || !isWaiting()) return;
        run = await next();
      }
    });
  }
  while (isWaiting()) run = await next();
  return run;
}

function lost(failed: number): string {
  return failed === 0 ? '' : `, ${failed} failed`;
}
