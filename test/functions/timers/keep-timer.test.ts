import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryCatalog } from '../../../functions/shared/memory-catalog.ts';
import type { Recheck } from '../../../functions/shared/messages.ts';
import { keepTimer, type TimerParts } from '../../../functions/timers/keep-timer.ts';
import { MemoryTimers } from '../../../functions/timers/memory-timers.ts';
import { scheduleName } from '../../../functions/timers/scheduler-store.ts';
import { record } from '../route/records.ts';

const { id } = record();
const first = '2026-11-11T08:00:00.000Z';
const second = '2026-11-12T08:00:00.000Z';

describe('a timer', () => {
  let catalog: MemoryCatalog;
  let timers: MemoryTimers;
  let later: [Recheck, number][];
  let now: string;

  beforeEach(() => {
    catalog = new MemoryCatalog();
    timers = new MemoryTimers();
    later = [];
    now = '2026-11-10T08:00:00.000Z';
  });

  function parts(changes: Partial<TimerParts> = {}): TimerParts {
    return {
      catalog,
      timers,
      toIngestLater: async (message, seconds) => void later.push([message, seconds]),
      now: () => new Date(now),
      ...changes,
    };
  }

  async function wakes(at: string | undefined): Promise<void> {
    const stored = await catalog.article(id);
    const revision = (stored?.revision ?? 0) + 1;
    await catalog.saveArticle(record({ revision, ...(at ? { wakes: at } : {}) }));
  }

  it('is set for the instant at which the record changes', async () => {
    await wakes(first);
    await keepTimer(parts(), { id, at: first });
    await keepTimer(parts(), { id, at: first });
    expect(timers.list()).toEqual([{ id, at: first }]);
  });

  it('is cleared when the record changes at another instant, or never', async () => {
    await wakes(first);
    await keepTimer(parts(), { id, at: first });
    await wakes(second);
    await keepTimer(parts(), { id, at: first });
    await keepTimer(parts(), { id, at: second });
    expect(timers.list()).toEqual([{ id, at: second }]);
    await wakes(undefined);
    await keepTimer(parts(), { id, at: second });
    expect(timers.list()).toEqual([]);
  });

  it('of an address that nobody knows is cleared', async () => {
    await timers.set('gone', first);
    await keepTimer(parts(), { id: 'gone', at: first });
    expect(timers.list()).toEqual([]);
  });

  it.each([
    ['2026-11-11T07:59:00.000Z', 60],
    ['2026-11-11T07:59:59.001Z', 1],
    ['2026-11-11T08:00:00.000Z', 1],
    ['2026-11-11T09:00:00.000Z', 1],
  ])('at %s is a message that waits %i seconds, and no schedule', async (time, seconds) => {
    now = time;
    await wakes(first);
    await keepTimer(parts(), { id, at: first });
    expect(later).toEqual([[{ id }, seconds]]);
    expect(timers.list()).toEqual([]);
  });

  it('is a schedule as long as there is more than a minute', async () => {
    now = '2026-11-11T07:58:59.999Z';
    await wakes(first);
    await keepTimer(parts(), { id, at: first });
    expect(timers.list()).toEqual([{ id, at: first }]);
  });

  it('set while the record changed is cleared again by the one who set it', async () => {
    await wakes(first);
    const slow = {
      set: async (...given: [string, string]) => {
        await wakes(second);
        await timers.set(...given);
      },
      clear: (...given: [string, string]) => timers.clear(...given),
    };
    await keepTimer(parts({ timers: slow }), { id, at: first });
    expect(timers.list()).toEqual([]);
  });

  it('cleared while the record changed back is set again by the one who cleared it', async () => {
    await wakes(second);
    await timers.set(id, first);
    const slow = {
      set: (...given: [string, string]) => timers.set(...given),
      clear: async (...given: [string, string]) => {
        await wakes(first);
        await timers.clear(...given);
      },
    };
    await keepTimer(parts({ timers: slow }), { id, at: first });
    expect(timers.list()).toEqual([{ id, at: first }]);
  });
});

describe('the name of a schedule', () => {
  it('is one that the scheduler takes, however long the id', () => {
    expect(scheduleName('a/'.repeat(500), first)).toMatch(/^[0-9a-zA-Z-_.]{1,64}$/);
  });

  it('is another one for another address or instant', () => {
    const names = [scheduleName('a', first), scheduleName('a', second), scheduleName('b', first)];
    expect(new Set(names).size).toBe(3);
  });
});
