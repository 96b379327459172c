import fc from 'fast-check';
import { it, vi } from 'vitest';
import { anyHistory, expectInvariant, live } from './invariant.ts';

/** Raise this for a longer search: `npm run test:property` does. */
const runs = Number(300);

vi.mock('../../functions/shared/layout.ts', async (original) => {
  const real = await original<typeof import('../../functions/shared/layout.ts')>();
  return { ...real, limits: { ...real.limits, cardsPerList: 3 } };
});

vi.mock('../../functions/render/theme/index.ts', () => ({
  assets: new Map(),
  stylesheetHash: 'sha256-none',
  renderView: (view: unknown, site: unknown) => JSON.stringify({ view, site }),
}));

it('ends in the same bytes as a clean rebuild', { timeout: 0 }, async () => {
  const property = fc.asyncProperty(anyHistory, async (history) => {
    await expectInvariant(await live(history));
  });
  await fc.assert(property, { numRuns: runs });
});
