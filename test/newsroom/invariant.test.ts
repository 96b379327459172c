import fc from 'fast-check';
import { it, vi } from 'vitest';
import { anyGrowth, anyHistory, anyMeeting, anyMove, type History } from './histories.ts';
import { expectInvariant, expectOrder, live } from './invariant.ts';
import { anyMasthead } from './mastheads.ts';
import type { Newsroom } from './newsroom.ts';
import { anyPaper } from './papers.ts';
import { runs } from './runs.ts';
import { anySchedule } from './schedules.ts';

// A list is full with three cards and not twenty, and so on, so that short histories reach every limit.
vi.mock('../../functions/shared/layout.ts', async (original) => {
  const real = await original<typeof import('../../functions/shared/layout.ts')>();
  const few = { featured: 2, related: 2, imageCopies: 2, versions: 3, leastPerPage: 1, unread: 2 };
  return { ...real, limits: { ...real.limits, ...few } };
});

vi.mock('../../functions/shared/default-settings.ts', async (original) => {
  const real = await original<typeof import('../../functions/shared/default-settings.ts')>();
  return { defaultSettings: { ...real.defaultSettings, pageSize: 3 } };
});

// A page that shows all that a theme may show.
vi.mock('../../functions/render/theme/index.ts', () => ({
  assets: new Map(),
  stylesheetHash: 'sha256-none',
  renderView: (view: unknown, site: unknown) => JSON.stringify({ view, site }),
}));

async function always(
  histories: fc.Arbitrary<History>,
  holds: (newsroom: Newsroom) => Promise<void>,
) {
  const property = fc.asyncProperty(histories, async (history) => holds(await live(history)));
  await fc.assert(property, { numRuns: runs });
}

it('ends in the same bytes as a clean rebuild', { timeout: 0 }, () =>
  always(anyHistory, expectInvariant),
);

it('ends in them where everything meets on one article', { timeout: 0 }, () =>
  always(anyMeeting, expectInvariant),
);

it('ends in them where articles move and link to each other', { timeout: 0 }, () =>
  always(anyMove, expectInvariant),
);

it('ends in them where articles change places in their lists', { timeout: 0 }, () =>
  always(anyPaper, expectInvariant),
);

it('ends in them where settings and their pictures come and go', { timeout: 0 }, () =>
  always(anyMasthead, expectInvariant),
);

it(
  'ends in them where articles wait for their date, expire, and change their minds',
  { timeout: 0 },
  () => always(anySchedule, expectInvariant),
);

it('never puts an older page over a newer one', { timeout: 0 }, () =>
  always(anyGrowth, expectOrder),
);
