import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { type Fault, faults, usualFaults } from './faults.ts';
import { anyGrowth, anyHistory, anyMeeting, anyMove, anyRedesign } from './histories.ts';
import { expectInvariant, expectOrder, live } from './invariant.ts';
import { anyMasthead, anyRoster } from './mastheads.ts';
import { anyPaper } from './papers.ts';
import { runs } from './runs.ts';
import { anySchedule } from './schedules.ts';

const present = vi.hoisted((): { settle?: Fault['settle'] } => ({}));

vi.mock('../../functions/shared/settle.ts', async (original) => {
  const real = await original<typeof import('../../functions/shared/settle.ts')>();
  const settle: typeof real.settle = (...given) => (present.settle ?? real.settle)(...given);
  return { ...real, settle };
});

vi.mock('../../functions/shared/layout.ts', async (original) => {
  const real = await original<typeof import('../../functions/shared/layout.ts')>();
  return { ...real, limits: { ...real.limits, featured: 2, related: 2 } };
});

vi.mock('../../functions/shared/default-settings.ts', async (original) => {
  const real = await original<typeof import('../../functions/shared/default-settings.ts')>();
  return { defaultSettings: { ...real.defaultSettings, pageSize: 3 } };
});

vi.mock('../../functions/render/theme/index.ts', () => ({
  assets: new Map(),
  stylesheetHash: 'sha256-none',
  renderView: (view: unknown, site: unknown) => JSON.stringify({ view, site }),
}));

afterEach(() => {
  delete present.settle;
});

const searches = {
  anywhere: { histories: anyHistory, holds: expectInvariant },
  'in meetings': { histories: anyMeeting, holds: expectInvariant },
  'in redesigns': { histories: anyRedesign, holds: expectInvariant },
  'in mastheads': { histories: anyMasthead, holds: expectInvariant },
  'in rosters': { histories: anyRoster, holds: expectInvariant },
  'in papers': { histories: anyPaper, holds: expectInvariant },
  'in moves': { histories: anyMove, holds: expectInvariant },
  'in schedules': { histories: anySchedule, holds: expectInvariant },
  'in growth': { histories: anyGrowth, holds: expectOrder },
};

/** All of them take minutes; `npm run test:property` has the time. */
const tried = runs > 1000 ? faults : usualFaults;

it.each(Object.entries(tried))('notices that %s', { timeout: 0 }, async (_, fault) => {
  const { shows, bend, settle } = fault;
  if (settle) present.settle = settle;
  const { histories, holds } = searches[shows];
  const property = fc.asyncProperty(histories, async (history) => {
    await holds(await live(history, bend));
  });
  const { failed } = await fc.check(property, { numRuns: 4000, endOnFailure: true });
  expect(failed).toBe(true);
});
