import fc from 'fast-check';
import { it } from 'vitest';
import { anyCrowd } from './histories.ts';
import { expectInvariant, live } from './invariant.ts';

// Nothing is replaced here: twenty cards to a list, and pages as readers get them.
it('ends in the pages of a clean rebuild when lists grow past twenty', { timeout: 0 }, async () => {
  const property = fc.asyncProperty(anyCrowd, async (history) => {
    await expectInvariant(await live(history));
  });
  await fc.assert(property, { numRuns: 5 });
});
