import type { Timers } from './timers.ts';

/** Timers in memory, for tests. What is due is taken out and delivered by whoever owns the clock. */
export class MemoryTimers implements Timers {
  readonly #set = new Map<string, { id: string; at: string }>();

  async set(id: string, at: string): Promise<void> {
    this.#set.set(nameOf(id, at), { id, at });
  }

  async clear(id: string, at: string): Promise<void> {
    this.#set.delete(nameOf(id, at));
  }

  /** All that are set, the earliest first. */
  list(): { id: string; at: string }[] {
    return [...this.#set.values()].sort((a, b) =>
      nameOf(a.at, a.id) < nameOf(b.at, b.id) ? -1 : 1,
    );
  }
}

function nameOf(...parts: string[]): string {
  return parts.join(' ');
}
