import { isDeepStrictEqual } from 'node:util';
import type { Claim } from '../shared/claim.ts';
import type { ArticleRecord, Problem, Settings } from '../shared/model.ts';
import { untilSettled } from '../shared/settle.ts';
import { readBeside } from './beside.ts';
import type { Source } from './check-article.ts';
import { firstComer, type Memory, readClaims } from './claims.ts';
import { formerOwner } from './former-owner.ts';
import type { IngestParts } from './ingest.ts';
import { claimants } from './places.ts';
import { inOrder } from './problems.ts';
import { articleRecord } from './record.ts';
import type { Report } from './report.ts';
import { fateOf, reportOn, reserveReport } from './report-file.ts';
import { type Shown, shownAt } from './shown.ts';
import { hiddenDraft, standingProblems } from './standing-problems.ts';

/**
 * Brings the record of one address in line with the files that claim it and with its replies. The unit is the
 * address and not the file, because `articles/about.md` and `pages/about.md` are both `/about/`.
 */
export async function ingestAddress(parts: IngestParts, id: string): Promise<void> {
  const { catalog, content } = parts;
  const keys = claimants(id);
  const memory: Memory = parts.judged ?? new Map();
  let judgedWith: Settings | undefined;
  let wakes: string | undefined;
  await untilSettled(id, async () => {
    const reports = await Promise.all(keys.map((key) => reserveReport(content, key)));
    const now = parts.now();
    const stored = await catalog.article(id);
    const settings = await catalog.settings();
    // A revision does not say which settings these are: it comes again when the catalog was lost meanwhile.
    if (judgedWith && !isDeepStrictEqual(judgedWith, settings.settings)) memory.clear();
    judgedWith = settings.settings;
    const judge = { content, settings, memory };
    const claims = await readClaims(judge, keys);
    const winner = await firstComer(judge, claims);
    const shown = await shownAt(parts, id, claims, winner, now);
    const beside = shown && (await readBeside(parts, id, stored, shown, settings.settings));
    const former = shown ? undefined : await formerOwner(judge, catalog, id);
    const next = articleRecord({
      id,
      claims,
      settings,
      ...(shown && beside ? { shown: { ...shown, beside } } : {}),
      ...(former ? { former } : {}),
    });
    wakes = next.wakes;
    const standing = shown ? standingProblems(shown, id, settings.settings, parts.siteUrl) : [];
    const own = inOrder([...standing, ...(beside?.problems ?? [])]);
    let reported = false;
    // Not both at once: when one failed and all is tried again, the other could still be writing.
    for (const [index, claim] of claims.entries()) {
      const isShown = claim === shown?.claim;
      const more = isShown ? own : besideProblems(claim, shown);
      const { key, newest } = claim;
      const told = [...claim.problems, ...more];
      const report = reportOn(key, newest?.versionId, outcomeOf(claim, shown), told);
      reported = (await reports[index]?.(report)) || reported;
    }
    // After the reports, so that whoever finds a version in the record finds its report too.
    const differs = changed(stored, next);
    if (differs) {
      const told = parts.quiet && !stored ? { quiet: parts.quiet } : {};
      const revision = (stored?.revision ?? 0) + 1;
      await catalog.saveArticle({ ...next, revision, ...told }, stored);
    }
    return differs || reported;
  });
  // Each time, so that a timer that was lost, or came too early, is there again.
  if (wakes) await parts.toTimers([{ id, at: wakes }]);
}

function outcomeOf(claim: Claim<Source>, shown: Shown | undefined): Report['outcome'] {
  const fate = fateOf(claim.newest, claim.good?.version);
  const state = claim === shown?.claim ? shown.state : undefined;
  if (state === 'live') return fate;
  if (fate !== 'published') return 'refused';
  if (state) return state;
  return claim.good?.source.draft ? 'draft' : 'taken';
}

/** What is wrong with a good file at whose address another one is shown. */
function besideProblems({ key, good }: Claim<Source>, shown: Shown | undefined): Problem[] {
  if (!shown || !good) return [];
  return [good.source.draft ? hiddenDraft(shown) : addressTaken(key, shown.claim.key)];
}

function addressTaken(key: string, first: string): Problem {
  return {
    code: 'address-taken',
    severity: 'error',
    line: 1,
    column: 1,
    message: `${key} and ${first} claim the same address; ${first} was there first.`,
    advice: 'Rename this file, or delete the other one; then this one goes live by itself.',
  };
}

/** A record of an address that nobody ever claimed need not be kept. */
function changed(stored: ArticleRecord | undefined, next: ArticleRecord): boolean {
  if (!stored) return next.redirect !== undefined || Object.keys(next.seen).length > 0;
  const { revision, quiet } = stored;
  return !isDeepStrictEqual({ ...next, revision, ...(quiet ? { quiet } : {}) }, stored);
}
