import { setImmediate } from 'node:timers/promises';
import type { Luck } from './luck.ts';

/** A step's machine died, or one of its calls failed. */
export class Mishap extends Error {}

/** Stands before a call to a store or a queue until it is this call's turn. `writes`: what it read may be old then. */
export type Turn = (writes?: boolean) => Promise<void>;

/** Something that could be begun now. */
export type Startable = { name: () => string; start: (turn: Turn) => Promise<void> };

type Task = { name: () => string; priority: number; crashed: boolean };
type Call = { task: Task; writes: boolean; go: () => void; fail: (mishap: Mishap) => void };

/** So many steps run at the same time. */
const atOnce = 4;

/**
 * Runs steps against each other: between any two calls to a store another step may have its turn, the step may die,
 * or the call may fail. Which, luck says. Nothing here depends on time: it waits until every step stands before a call.
 *
 * Each step has a priority by chance, and one that stalls, mostly before a write, stands still while others come, go
 * and come again. Choosing evenly would hardly ever leave one behind for long enough (Burckhardt et al., "A
 * Randomized Scheduler with Probabilistic Guarantees of Finding Bugs", ASPLOS 2010).
 *
 * @param startable what could be begun now beside so many that run, the plainest first; asked anew before each decision
 */
export async function takeTurns(
  luck: Luck,
  startable: (running: number) => Startable[],
): Promise<void> {
  const waiting: Call[] = [];
  const running = new Set<Task>();
  const failures: unknown[] = [];

  function begin({ name, start }: Startable): void {
    const task: Task = { name, priority: luck.below(0xffff), crashed: false };
    running.add(task);
    const turn: Turn = (writes = false) =>
      // A dead machine does nothing more: its other calls stay where they are.
      new Promise<void>((go, fail) => {
        if (!task.crashed) waiting.push({ task, writes, go, fail });
      });
    start(turn)
      .catch((error: unknown) => failures.push(error))
      .finally(() => running.delete(task));
  }

  function crash({ task, fail }: Call): void {
    task.crashed = true;
    for (const other of waiting.filter((call) => call.task === task)) {
      waiting.splice(waiting.indexOf(other), 1);
    }
    fail(new Mishap(task.name()));
  }

  function goOn(calls: Call[]): void {
    const priority = Math.max(...calls.map(({ task }) => task.priority));
    const first = calls.filter(({ task }) => task.priority === priority);
    const call = first[luck.below(first.length)] as Call;
    if (luck.strikes('crash')) {
      crash(call);
    } else if (luck.strikes(call.writes ? 'stallAtWrite' : 'stall')) {
      call.task.priority = -1;
    } else {
      waiting.splice(waiting.indexOf(call), 1);
      // The step may have other calls under way, and those go on after it gave up.
      if (luck.strikes('fail')) call.fail(new Mishap(call.task.name()));
      else call.go();
    }
  }

  for (;;) {
    await setImmediate();
    if (failures.length > 0) throw failures[0];
    const open = running.size < atOnce ? startable(running.size) : [];
    const awake = waiting.filter(({ task }) => task.priority >= 0);
    const begins = awake.length === 0 || luck.below(4) === 3;
    if (waiting.length + open.length === 0) return;
    if (open.length > 0 && begins) begin(open[luck.below(open.length)] as Startable);
    else goOn(awake.length > 0 ? awake : waiting);
  }
}
