import type { AddressState } from '../shared/model.ts';
import type { Source } from './check-article.ts';

/** What a good source is at some time, and the instant (ISO 8601, UTC) at which it will be something else. */
export type Standing = {
  state: Extract<AddressState, 'live' | 'draft' | 'scheduled' | 'expired'>;
  wakes?: string;
};

/** A source is live from its date, that very instant included, to its expiry, that very instant excluded. */
export function stateAt(
  { draft, date, expires }: Pick<Source, 'draft' | 'date' | 'expires'>,
  now: Date,
): Standing {
  if (draft) return { state: 'draft' };
  if (date && isAhead(date, now)) return { state: 'scheduled', wakes: inUtc(date) };
  if (!expires) return { state: 'live' };
  return isAhead(expires, now) ? { state: 'live', wakes: inUtc(expires) } : { state: 'expired' };
}

function isAhead(moment: string, now: Date): boolean {
  return Date.parse(moment) > now.getTime();
}

function inUtc(moment: string): string {
  return new Date(moment).toISOString();
}
