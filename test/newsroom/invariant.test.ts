import fc from 'fast-check';
import { it, vi } from 'vitest';
import { anyGrowth, anyHistory, anyMeeting, type History } from './histories.ts';
import { expectInvariant, expectOrder, live } from './invariant.ts';
import type { Newsroom } from './newsroom.ts';
import { runs } from './runs.ts';

// A list is full with three cards and not twenty, and so on, so that short histories reach every limit.
vi.mock('../../functions/shared/layout.ts', async (original) => {
  const real = await original<typeof import('../../functions/shared/layout.ts')>();
  const few = { cardsPerList: 3, imageCopies: 2, versions: 3 };
  return { ...real, limits: { ...real.limits, ...few } };
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

it('never puts an older page over a newer one', { timeout: 0 }, () =>
  always(anyGrowth, expectOrder),
);
