import { isDeepStrictEqual } from 'node:util';
import { type Check, type Claim, claimedSince, readClaim } from '../shared/claim.ts';
import type { ArticleRecord, Problem, SettingsRecord } from '../shared/model.ts';
import { untilSettled } from '../shared/settle.ts';
import { checkArticle, type Source } from './check-article.ts';
import { readImages } from './images-of.ts';
import type { IngestParts } from './ingest.ts';
import { claimants, placeOf } from './places.ts';
import { articleRecord } from './record.ts';
import { reportOn, reserveReport } from './report-file.ts';

/**
 * Brings the record of one address in line with the files that claim it and with its replies. The unit is the
 * address and not the file, because `articles/about.md` and `pages/about.md` are both `/about/`.
 */
export async function ingestAddress(parts: IngestParts, id: string): Promise<void> {
  const { catalog, comments, content } = parts;
  const keys = claimants(id);
  await untilSettled(id, async () => {
    const reports = await Promise.all(keys.map((key) => reserveReport(content, key)));
    const stored = await catalog.article(id);
    const settings = await catalog.settings();
    const claims = await readClaims(parts, keys, settings);
    const winner = await firstComer(parts, claims, settings);
    const { images, problems } = await readImages(catalog, id, stored, winner);
    const next = articleRecord({
      id,
      claims,
      settings,
      images,
      replyCount: winner ? await comments.countApproved(id) : 0,
      ...(winner ? { winner } : {}),
    });
    const reported = await Promise.all(
      claims.map((claim, index) => {
        const lost = claim !== winner ? addressTaken(claim, winner) : problems;
        const live = claim === winner;
        return reports[index]?.(
          reportOn(claim.key, claim.newest?.versionId, [...claim.problems, ...lost], live),
        );
      }),
    );
    // After the reports, so that whoever finds a version in the record finds its report too.
    const differs = changed(stored, next);
    if (differs) {
      await catalog.saveArticle({ ...next, revision: (stored?.revision ?? 0) + 1 }, stored);
    }
    return differs || reported.includes(true);
  });
}

function readClaims({ content }: IngestParts, keys: string[], settings: SettingsRecord) {
  return Promise.all(keys.map((key) => readClaim(content, key, checkOf(key, settings))));
}

function checkOf(key: string, { settings }: SettingsRecord): Check<Source> {
  const place = placeOf(key);
  const kind = place.kind === 'page' ? 'page' : 'article';
  return (bytes, { lastModified }) =>
    checkArticle({ key, bytes, kind, settings, now: new Date(lastModified) });
}

/** Of several files with one address, the one that has claimed it for longest; drafts claim nothing. */
async function firstComer(
  { content }: IngestParts,
  claims: Claim<Source>[],
  settings: SettingsRecord,
): Promise<Claim<Source> | undefined> {
  const able = claims.filter((claim) => claim.good && !claim.good.source.draft);
  if (able.length < 2) return able[0];
  const since = await Promise.all(
    able.map(({ key }) => claimedSince(content, key, checkOf(key, settings), isPublished)),
  );
  return able[since.indexOf(Math.min(...since))];
}

function isPublished({ draft }: Source): boolean {
  return !draft;
}

function addressTaken(claim: Claim<Source>, winner: Claim<Source> | undefined): Problem[] {
  if (!winner || !claim.good || claim.good.source.draft) return [];
  return [
    {
      code: 'address-taken',
      severity: 'error',
      line: 1,
      column: 1,
      message: `${claim.key} and ${winner.key} claim the same address; ${winner.key} was there first.`,
      advice: 'Rename this file, or delete the other one; then this one goes live by itself.',
    },
  ];
}

/** A record of an address that nobody ever claimed need not be kept. */
function changed(stored: ArticleRecord | undefined, next: ArticleRecord): boolean {
  if (!stored) return next.state === 'live' || Object.keys(next.seen).length > 0;
  return !isDeepStrictEqual({ ...next, revision: stored.revision }, stored);
}
