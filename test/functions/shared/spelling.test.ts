import slugify from '@sindresorhus/slugify';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spelt } from '../../../functions/shared/spelling.ts';

it('spells letters that are not Latin in Latin ones', () => {
  expect(spelt('Müller & Söhne')).toBe('mueller-and-soehne');
});

it('is what the library makes of the same text, with its table of letters or without', () => {
  const typed = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'aBz09 ,.:;!?()"/_-') }),
    fc.string({ unit: 'grapheme-ascii' }),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(typed, (text) => {
      expect(spelt(text)).toBe(slugify(text, { decamelize: false }));
    }),
    { numRuns: 2000 },
  );
});
