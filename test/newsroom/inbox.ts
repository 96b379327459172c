import type { Luck } from './luck.ts';
import { Mishap, type Startable, type Turn } from './turns.ts';

type Waiting<T> = { item: T; group: string; underWay: boolean };

/**
 * A queue or a stream in memory. A queue delivers in any order; a stream keeps the order within a group, which is
 * a record of the table, and hands over several at once. Whatever was not taken to its end comes again.
 */
export class Inbox<T> {
  readonly #waiting: Waiting<T>[] = [];
  readonly #name: string;
  readonly #luck: Luck;
  readonly #take: (items: T[], turn: Turn) => Promise<void>;
  readonly #groupOf: ((item: T) => string) | undefined;

  constructor(
    name: string,
    luck: Luck,
    take: (items: T[], turn: Turn) => Promise<void>,
    groupOf?: (item: T) => string,
  ) {
    this.#name = name;
    this.#luck = luck;
    this.#take = take;
    this.#groupOf = groupOf;
  }

  add(item: T): void {
    const group = this.#groupOf?.(item) ?? '';
    this.#waiting.push({ item, group, underWay: false });
  }

  clear(): void {
    this.#waiting.length = 0;
  }

  /** What could be delivered now, oldest first. */
  deliveries(): Startable[] {
    return this.#free().map((first) => ({
      name: () => `${this.#name} ${JSON.stringify(first.item)}`,
      start: (turn) => this.#deliver(first, turn),
    }));
  }

  async #deliver(first: Waiting<T>, turn: Turn): Promise<void> {
    const batch = this.#groupOf ? this.#batchFrom(first) : [first];
    for (const one of batch) one.underWay = true;
    try {
      await this.#take(
        batch.map(({ item }) => item),
        turn,
      );
    } catch (error) {
      for (const one of batch) one.underWay = false;
      if (!comesAgain(error)) throw error;
      return;
    }
    for (const one of batch) one.underWay = false;
    // SQS and streams deliver at least once.
    if (this.#luck.strikes('repeat')) return;
    for (const one of batch) this.#waiting.splice(this.#waiting.indexOf(one), 1);
  }

  /** In a stream, nothing of a group is free while something before it is under way. */
  #free(): Waiting<T>[] {
    if (!this.#groupOf) return this.#waiting.filter(({ underWay }) => !underWay);
    const seen = new Set<string>();
    return this.#waiting.filter(({ group, underWay }) => {
      const first = !seen.has(group);
      seen.add(group);
      return first && !underWay;
    });
  }

  /** The record and up to two later ones, of any groups that nobody else is at. */
  #batchFrom(first: Waiting<T>): Waiting<T>[] {
    const busy = new Set(this.#waiting.filter((one) => one.underWay).map(({ group }) => group));
    const start = this.#waiting.indexOf(first);
    const skipped = new Set(this.#waiting.slice(0, start).map(({ group }) => group));
    const later = this.#waiting
      .slice(start + 1)
      .filter(({ group }) => !busy.has(group) && !skipped.has(group));
    return [first, ...later.slice(0, this.#luck.below(3))];
  }
}

/** A step that was overtaken too often gives its message back, as does one whose machine died. */
function comesAgain(error: unknown): boolean {
  return error instanceof Mishap || (error instanceof Error && /was overtaken/.test(error.message));
}
