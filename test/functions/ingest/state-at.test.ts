import { describe, expect, it } from 'vitest';
import { stateAt } from '../../../functions/ingest/state-at.ts';

const date = '2026-11-10T09:30:00+01:00';
const expires = '2026-11-12T00:00:00+01:00';

describe('what a source is', () => {
  it.each([
    ['before its date', '2026-11-10T08:29:59.999Z', 'scheduled', '2026-11-10T08:30:00.000Z'],
    ['at its date', '2026-11-10T08:30:00.000Z', 'live', '2026-11-11T23:00:00.000Z'],
    ['before it expires', '2026-11-11T22:59:59.999Z', 'live', '2026-11-11T23:00:00.000Z'],
    ['when it expires', '2026-11-11T23:00:00.000Z', 'expired', undefined],
    ['years later', '2040-01-01T00:00:00.000Z', 'expired', undefined],
  ])('%s', (_, now, state, wakes) => {
    const standing = stateAt({ draft: false, date, expires }, new Date(now));
    expect(standing).toEqual(wakes ? { state, wakes } : { state });
  });

  it('stays what it is when it has no date and never expires', () => {
    expect(stateAt({ draft: false }, new Date(0))).toEqual({ state: 'live' });
    expect(stateAt({ draft: false, date }, new Date(date))).toEqual({ state: 'live' });
  });

  it('is a draft at any time', () => {
    for (const now of ['2020-01-01', '2040-01-01']) {
      expect(stateAt({ draft: true, date, expires }, new Date(now))).toEqual({ state: 'draft' });
    }
  });
});
