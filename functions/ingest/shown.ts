import type { Claim, Good } from '../shared/claim.ts';
import type { Source } from './check-article.ts';
import type { IngestParts } from './ingest.ts';
import { previewToken } from './preview.ts';
import { type Standing, stateAt } from './state-at.ts';

/** The file that an address is made of, and what it is at the time of a pass. */
export type Shown = Standing & {
  claim: Claim<Source>;
  good: Good<Source>;
  /** Names its preview, where it has one. */
  preview?: string;
};

/**
 * What is shown at an address, be it to all readers or only to those who know the preview's address. Who owns an
 * address does not depend on the time: a scheduled and an expired file keep theirs from others. Where nobody owns it,
 * the first draft has the preview.
 */
export async function shownAt(
  parts: Pick<IngestParts, 'content' | 'secret'>,
  id: string,
  claims: Claim<Source>[],
  winner: Claim<Source> | undefined,
  now: Date,
): Promise<Shown | undefined> {
  const claim = winner ?? claims.find(({ good }) => good?.source.draft);
  if (!claim?.good) return undefined;
  const standing = stateAt(claim.good.source, now);
  const shown = { ...standing, claim, good: claim.good };
  const isHidden = standing.state === 'draft' || standing.state === 'scheduled';
  return isHidden ? { ...shown, preview: await previewToken(parts, id) } : shown;
}
