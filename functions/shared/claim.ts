import { createHash } from 'node:crypto';
import { limits } from './layout.ts';
import type { Problem } from './model.ts';
import type { Objects, ObjectVersion } from './objects.ts';

/** What a check says of one version: something usable, or problems that forbid it. */
export type Checked<T> = { problems: Problem[]; source?: T };

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

export type Check<T> = (bytes: Uint8Array) => Checked<T>;

/** Versions since the file was last deleted, newest first: an older life must not come back. */
export function presentLife(versions: ObjectVersion[]): ObjectVersion[] {
  const end = versions.findIndex((version) => version.deleteMarker);
  return end === -1 ? versions : versions.slice(0, end);
}

/**
 * Reads a file the way rule 7 wants it: the newest good version counts, whatever was uploaded after it. That
 * makes what is live a function of the bucket alone, so a rebuild finds the same version again.
 */
export async function readClaim<T>(
  content: Objects,
  key: string,
  check: Check<T>,
  maximum: number = limits.sourceBytes,
): Promise<Claim<T>> {
  const life = presentLife(await content.versions(key));
  const newest = life[0];
  if (!newest) return { key, problems: [] };
  let problems: Problem[] | undefined;
  for (const version of life) {
    const checked = await checkVersion(content, key, version, check, maximum);
    problems ??= checked.problems;
    if (checked.good) return { key, newest, problems, good: checked.good };
  }
  return { key, newest, problems: problems ?? [] };
}

/** When the file's present life first had a good version: who came first keeps a contested address. */
export async function liveSince<T>(
  content: Objects,
  key: string,
  check: Check<T>,
): Promise<number> {
  const life = presentLife(await content.versions(key)).reverse();
  for (const version of life) {
    const { good } = await checkVersion(content, key, version, check, limits.sourceBytes);
    if (good) return version.lastModified;
  }
  return Infinity;
}

async function checkVersion<T>(
  content: Objects,
  key: string,
  version: ObjectVersion,
  check: Check<T>,
  maximum: number,
): Promise<{ problems: Problem[]; good?: Good<T> }> {
  if (version.size > maximum) return { problems: [tooLarge(version.size, maximum)] };
  const object = await content.get(key, version.versionId);
  if (!object) return { problems: [] };
  const { problems, source } = check(object.body);
  if (source === undefined) return { problems };
  const sha256 = createHash('sha256').update(object.body).digest('hex');
  return { problems, good: { version, source, sha256, problems } };
}

function tooLarge(size: number, maximum: number): Problem {
  return {
    code: 'too-large',
    severity: 'error',
    line: 1,
    column: 1,
    message: `The file has ${size} bytes; at most ${maximum} (${maximum / 1024 / 1024} MiB) are taken.`,
    advice: 'Make it smaller: split a long article, scale a large image.',
  };
}
