import { createHash } from 'node:crypto';
import { limits } from './layout.ts';
import type { Problem } from './model.ts';
import type { Objects, ObjectVersion } from './objects.ts';

/** What a check says of one version: something usable, or problems that forbid it. */
export type Checked<T> = { problems: Problem[]; source?: T };

/**
 * Judges bytes as of the time their version was uploaded, and by no other clock: whether a date lay in the future
 * must be found the same by a rebuild years later. What was good once stays good when the same bytes come again.
 */
export type Check<T> = (
  bytes: Uint8Array,
  version: ObjectVersion,
) => Checked<T> | Promise<Checked<T>>;

/** A version that passed its check. `source` is what the check made of it, `sha256` names its bytes. */
export type Good<T> = { version: ObjectVersion; source: T; sha256: string; problems: Problem[] };

/** One file as it stands in the content bucket. */
export type Claim<T> = {
  key: string;
  /** Undefined when the file is deleted or was never there. */
  newest?: ObjectVersion;
  /** Of the newest version. */
  problems: Problem[];
  /** The newest version that passes the check: what may be live. */
  good?: Good<T>;
};

export type Verdict<T> = { version: ObjectVersion; problems: Problem[]; good?: Good<T> };

export type Judging<T> = {
  /** Bytes of the largest version that is read. @default 1 MiB */
  maximum?: number;
  /** Verdicts by version, kept by a caller while its check stays the same. */
  memory?: Map<string, Verdict<T>>;
};

/** Versions since the file was last deleted, newest first: an older life must not come back. */
export function presentLife(versions: ObjectVersion[]): ObjectVersion[] {
  const end = versions.findIndex((version) => version.deleteMarker);
  return end === -1 ? versions : versions.slice(0, end);
}

/**
 * Reads a file the way rule 7 wants it: the newest good version counts, whatever was uploaded after it. That
 * makes what is live a function of the bucket alone, so a rebuild finds the same version again.
 *
 * Only `limits.versions` are looked at, or each message about a file would cost as much as all its refused versions.
 * What the catalog says was good before is not asked, because the bucket alone must decide: when so many different
 * versions in a row are refused, the good one before them is out of reach until a good one is uploaded.
 */
export async function readClaim<T>(
  content: Objects,
  key: string,
  check: Check<T>,
  judging: Judging<T> = {},
): Promise<Claim<T>> {
  let claim: Claim<T> = { key, problems: [] };
  for await (const { version, problems, good } of verdicts(content, key, check, judging)) {
    if (!claim.newest) claim = { key, newest: version, problems };
    if (good) return { ...claim, good };
  }
  return claim;
}

/**
 * Since when a file has claimed its address without a break: of two, the one who came first keeps it. A refused
 * upload is no break, because the version before it stays live; a version that claims nothing is one. Where more
 * versions than are looked at show no break, there was none: an author who corrects a page often must not lose it.
 */
export async function claimedSince<T>(
  content: Objects,
  key: string,
  check: Check<T>,
  claims: (source: T) => boolean,
  judging: Judging<T> = {},
): Promise<number> {
  let since = Infinity;
  for await (const { good } of verdicts(content, key, check, judging)) {
    if (!good) continue;
    if (!claims(good.source)) return since;
    since = good.version.lastModified;
  }
  const life = presentLife(await content.versions(key));
  const isSeen = since === Infinity || runsOf(life).length <= limits.versions;
  return isSeen ? since : (life.at(-1)?.lastModified ?? since);
}

/**
 * Judges a file's present life, newest first, reading no more versions than are asked for or allowed. Bytes that
 * were uploaded again right after themselves are one version, the first of them that is good, so that such an upload
 * changes nothing at all.
 */
export async function* verdicts<T>(
  content: Objects,
  key: string,
  check: Check<T>,
  { maximum = limits.sourceBytes, memory }: Judging<T> = {},
): AsyncGenerator<Verdict<T>> {
  const life = presentLife(await content.versions(key));
  for (const run of runsOf(life).slice(0, limits.versions)) {
    const [newest] = run as [ObjectVersion];
    const known = memory?.get(newest.versionId);
    const verdict = known ?? (await judge(content, key, run, check, maximum));
    memory?.set(newest.versionId, verdict);
    yield verdict;
  }
}

/**
 * A version and those right before it with the same bytes, newest first. As long as they are good, what is made of
 * the upload bears the name of the oldest.
 */
export function sameBytes(versions: ObjectVersion[], versionId: string): string[] {
  const runs = runsOf(presentLife(versions));
  const run = runs.find((each) => each.some((version) => version.versionId === versionId)) ?? [];
  const ids = run.map((version) => version.versionId);
  return ids.slice(ids.indexOf(versionId));
}

/** Versions next to each other with the same bytes, as far as the bucket can tell: equal ETags mean equal bytes. */
function runsOf(life: ObjectVersion[]): ObjectVersion[][] {
  const runs: ObjectVersion[][] = [];
  for (const version of life) {
    const run = runs.at(-1);
    const [newest] = run ?? [];
    if (newest?.etag === version.etag && newest.size === version.size) run?.push(version);
    else runs.push([version]);
  }
  return runs;
}

async function judge<T>(
  content: Objects,
  key: string,
  run: ObjectVersion[],
  check: Check<T>,
  maximum: number,
): Promise<Verdict<T>> {
  const [newest] = run as [ObjectVersion];
  if (newest.size > maximum) {
    return { version: newest, problems: [tooLarge(newest.size, maximum)] };
  }
  const object = await content.get(key, newest.versionId);
  if (!object) return { version: newest, problems: [] };
  const { problems, source } = await check(object.body, newest);
  if (source === undefined) return { version: newest, problems };
  let version = newest;
  for (const older of run.slice(1).reverse()) {
    if ((await check(object.body, older)).source === undefined) continue;
    version = older;
    break;
  }
  const sha256 = createHash('sha256').update(object.body).digest('hex');
  return { version, problems, good: { version, source, sha256, problems } };
}

export function tooLarge(size: number, maximum: number): Problem {
  return {
    code: 'too-large',
    severity: 'error',
    line: 1,
    column: 1,
    message: `The file has ${size} bytes; at most ${maximum} (${maximum / 1024 / 1024} MiB) are taken.`,
    advice: 'Make it smaller: split a long article, scale a large image.',
  };
}
