import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { at, but } from './bending.ts';
import { anyDisaster } from './disasters.ts';
import { expectInvariant, live } from './invariant.ts';
import type { Bend } from './parts.ts';
import { runs } from './runs.ts';

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

it('ends in the same bytes when the catalog is lost again and again', { timeout: 0 }, async () => {
  const property = fc.asyncProperty(anyDisaster, async (history) => {
    await expectInvariant(await live(history));
  });
  await fc.assert(property, { numRuns: runs });
});

const notice = async (_: string, bend: Bend) => {
  const property = fc.asyncProperty(anyDisaster, async (history) => {
    // At rest such mistakes do no harm: the pages of the catalog that is lost are still there.
    await expectInvariant(await live(history, bend, 'at work'));
  });
  const { failed } = await fc.check(property, { numRuns: 1000, endOnFailure: true });
  expect(failed).toBe(true);
};

it.each<[string, Bend]>([
  ['route is not told of what no rebuild made', at('ingest', () => ({ quiet: true }))],
])('notices that %s', { timeout: 0 }, notice);

// Rare: they are looked for where there is time, in the long run of the properties.
it.runIf(runs > 1000).each<[string, Bend]>([
  [
    'a rebuild names no page of an article',
    at('rebuild', ({ catalog }) => ({ catalog: but(catalog, { everyCard: nothing }) })),
  ],
  [
    'a rebuild does not look for what should not be there',
    at('rebuild', ({ site }) => ({ site: but(site, { keys: nothing }) })),
  ],
])('notices that %s', { timeout: 0 }, notice);

async function* nothing() {}
