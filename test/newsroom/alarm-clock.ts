import type { Recheck } from '../../functions/shared/messages.ts';
import { MemoryTimers } from '../../functions/timers/memory-timers.ts';

type Alarm = { id: string; at: number };

/** What wakes ingest when its time has come: timers, and messages that wait in its queue for some seconds. */
export class AlarmClock {
  readonly timers = new MemoryTimers();
  readonly #ring: (message: Recheck) => void;
  #waiting: Alarm[] = [];

  constructor(ring: (message: Recheck) => void) {
    this.#ring = ring;
  }

  /** Has a message delivered at an instant, which may come before the time that was meant. */
  later(message: Recheck, at: number): void {
    if ('id' in message) this.#waiting.push({ id: message.id, at });
  }

  /** Rings for all that is due at this time. A timer is over then. */
  tell(now: number): void {
    for (const { id, at } of this.timers.list()) {
      if (Date.parse(at) > now) continue;
      void this.timers.clear(id, at);
      this.#ring({ id });
    }
    const due = this.#waiting.filter(({ at }) => at <= now);
    this.#waiting = this.#waiting.filter(({ at }) => at > now);
    for (const { id } of due) this.#ring({ id });
  }

  /** When the first message is due. Timers may be years away; a message waits for a minute at most. */
  next(): number | undefined {
    return this.#waiting.length > 0 ? Math.min(...this.#waiting.map(({ at }) => at)) : undefined;
  }
}
