import { type Claim, claimedSince, readClaim, type Verdict } from '../shared/claim.ts';
import type { SettingsRecord } from '../shared/model.ts';
import type { Objects, ObjectVersion } from '../shared/objects.ts';
import { checkArticle, type Source } from './check-article.ts';
import { placeOf } from './places.ts';

/** A pass is repeated at least once when it wrote, and to check a text may take a second. */
export type Memory = Map<string, Map<string, Verdict<Source>>>;

/** What files are judged with, in one pass. */
export type Judge = { content: Objects; settings: SettingsRecord; memory: Memory };

/** Files as they stand in the content bucket, judged with the present settings. */
export function readClaims(judge: Judge, keys: string[]): Promise<Claim<Source>[]> {
  const { content, settings } = judge;
  const read = (key: string) =>
    readClaim(content, key, checkOf(key, settings), judging(judge, key));
  return Promise.all(keys.map(read));
}

/** Of several files with one address, the one that has claimed it for longest; drafts claim nothing. */
export async function firstComer(
  judge: Judge,
  claims: Claim<Source>[],
): Promise<Claim<Source> | undefined> {
  return longestClaim(judge, claims, isPublished);
}

/** Of several files whose present version claims something, the one that has done so for longest. */
export async function longestClaim(
  judge: Judge,
  claims: Claim<Source>[],
  isClaim: (source: Source) => boolean,
): Promise<Claim<Source> | undefined> {
  const { content, settings } = judge;
  const able = claims.filter(({ good }) => good && isClaim(good.source));
  if (able.length < 2) return able[0];
  const since = await Promise.all(
    able.map(({ key }) =>
      claimedSince(content, key, checkOf(key, settings), isClaim, judging(judge, key)),
    ),
  );
  return able[since.indexOf(Math.min(...since))];
}

/** Verdicts hold as long as the settings are the same. */
function judging({ memory, settings: { revision } }: Judge, key: string) {
  const name = `${revision} ${key}`;
  const verdicts = memory.get(name) ?? new Map<string, Verdict<Source>>();
  memory.set(name, verdicts);
  return { memory: verdicts };
}

/** How the file of a key is checked. Those who have use for it find the parsed text beside the source. */
export function checkOf(key: string, { settings }: SettingsRecord) {
  const place = placeOf(key);
  const kind = place.kind === 'page' ? 'page' : 'article';
  return (bytes: Uint8Array, { lastModified }: Pick<ObjectVersion, 'lastModified'>) =>
    checkArticle({ key, bytes, kind, settings, now: new Date(lastModified) });
}

function isPublished({ draft }: Source): boolean {
  return !draft;
}
