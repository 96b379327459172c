import { content as layout } from '../shared/layout.ts';
import type { IngestParts } from './ingest.ts';

/** So many files one message names, before it asks for the next ones: a few seconds of work. */
export const filesAtOnce = 1_000;

/**
 * Has every file that comes after a key looked at again. A message names only so many and then sends another one for
 * the rest, so that no archive is too large for one invocation, and a retry does not start from the first file.
 *
 * The rest is asked for last: a crash before it repeats these files, and loses none.
 */
export async function recheckAfter(parts: IngestParts, after: string): Promise<void> {
  const { content, toIngest, filesAtOnce: most = filesAtOnce } = parts;
  const keys: string[] = [];
  for (const prefix of [layout.articles, layout.pages]) {
    if (keys.length === most) break;
    for await (const key of content.keys(prefix, after)) {
      keys.push(key);
      if (keys.length === most) break;
    }
  }
  await toIngest(keys.map((key) => ({ key })));
  const last = keys.at(-1);
  if (last && keys.length === most) await toIngest([{ everyKeyAfter: last }]);
}
