import { setImmediate } from 'node:timers/promises';
import type { Pick } from './chance.ts';

/** What a step gets to see when the machine it runs on dies. */
export class Crash extends Error {}

/** Stands before a call to a store or a queue until it is this call's turn. */
export type Turn = () => Promise<void>;

/** Something that could be begun now. */
export type Startable = { name: string; start: (turn: Turn) => Promise<void> };

type Waiting = { task: Task; go: () => void; fail: (crash: Crash) => void };
type Task = { name: string; crashed: boolean };

/** So many steps run at the same time. */
const atOnce = 4;
/** One of so many turns is a crash, as long as chance rules. */
const crashRate = 40;

/**
 * Runs steps against each other: between any two calls to a store another step may have its turn, or the step may
 * die. Which, the numbers say. Nothing here depends on time: it waits until every step stands before a call.
 *
 * @param startable what could be begun now, the plainest first; asked anew before each decision
 */
export async function takeTurns(pick: Pick, startable: () => Startable[]): Promise<void> {
  const waiting: Waiting[] = [];
  const running = new Set<Task>();
  const failures: unknown[] = [];

  function begin({ name, start }: Startable): void {
    const task: Task = { name, crashed: false };
    running.add(task);
    const turn = () =>
      // A dead machine does nothing more: its other calls stay where they are.
      new Promise<void>((go, fail) => {
        if (!task.crashed) waiting.push({ task, go, fail });
      });
    start(turn)
      .catch((error: unknown) => failures.push(error))
      .finally(() => running.delete(task));
  }

  function crash({ task, fail }: Waiting): void {
    task.crashed = true;
    for (const other of waiting.filter((call) => call.task === task)) {
      waiting.splice(waiting.indexOf(other), 1);
    }
    fail(new Crash(task.name));
  }

  for (;;) {
    await setImmediate();
    if (failures.length > 0) throw failures[0];
    const open = running.size < atOnce ? startable() : [];
    if (waiting.length + open.length === 0) return;
    const choice = pick(waiting.length + open.length);
    const [call] = waiting.slice(choice, choice + 1);
    if (!call) begin(open[choice - waiting.length] as Startable);
    else if (pick(crashRate) === crashRate - 1) crash(call);
    else waiting.splice(choice, 1)[0]?.go();
  }
}
