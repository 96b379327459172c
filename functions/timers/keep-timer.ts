import type { Catalog } from '../shared/catalog.ts';
import type { Recheck, TimersMessage } from '../shared/messages.ts';
import { untilSettled } from '../shared/settle.ts';
import type { Timers } from './timers.ts';

/** The scheduler takes nothing that is past, and on its way there a request may take a while. In seconds. */
const soon = 60;

export type TimerParts = {
  catalog: Catalog;
  timers: Timers;
  /** Has ingest look at an address after so many seconds, 900 at most. */
  toIngestLater: (message: Recheck, seconds: number) => Promise<void>;
  now: () => Date;
};

/**
 * Brings one timer in line with the record of its address: it is there if and only if the record changes then.
 *
 * The record is read again after each change until that was still right. So of several who do this at the same time
 * the last one to change the timer leaves it as it should be, without asking the scheduler what there is.
 */
export async function keepTimer(parts: TimerParts, { id, at }: TimersMessage): Promise<void> {
  let done: boolean | undefined;
  await untilSettled(`the timer of ${id}`, async () => {
    const isWanted = (await parts.catalog.article(id))?.wakes === at;
    if (isWanted === done) return false;
    if (isWanted) await setTimer(parts, id, at);
    else await parts.timers.clear(id, at);
    done = isWanted;
    return true;
  });
}

/**
 * What is due soon waits in a queue instead. One who waits too short, because clocks differ, is no harm: ingest finds
 * that it is too early and asks again. A second at least lies between two such tries.
 */
async function setTimer(parts: TimerParts, id: string, at: string): Promise<void> {
  const seconds = Math.ceil((Date.parse(at) - parts.now().getTime()) / 1000);
  if (seconds > soon) await parts.timers.set(id, at);
  else await parts.toIngestLater({ id }, Math.max(seconds, 1));
}
