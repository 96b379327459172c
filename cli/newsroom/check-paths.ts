import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { placeOf } from '../../functions/ingest/places.ts';
import { error, inOrder, start, warning } from '../../functions/ingest/problems.ts';
import type { Problem, Settings } from '../../functions/shared/model.ts';
import { type Checked, checkFile } from './check-file.ts';
import { isThere, type LocalFile, localFiles, settingsOf } from './content-root.ts';

export type CheckedFile = LocalFile & Checked & { bytes: Uint8Array };

/**
 * Checks files before they are uploaded: each by itself, then against the images beside it and against each other.
 *
 * @param paths files and folders
 */
export async function checkPaths(paths: string[], now: Date): Promise<CheckedFile[]> {
  const settings = new Map<string | undefined, Settings | undefined>();
  const checked: CheckedFile[] = [];
  for (const file of await localFiles(paths)) {
    const { root } = file;
    if (!settings.has(root)) settings.set(root, await settingsOf(root));
    checked.push(await checkLocalFile(file, settings.get(root), now));
  }
  return checked.map((file) => {
    const problems = inOrder([...file.problems, ...contested(file, checked)]);
    return { ...file, problems };
  });
}

export async function checkLocalFile(
  file: LocalFile,
  settings: Settings | undefined,
  now: Date,
): Promise<CheckedFile> {
  const bytes = await readFile(file.path);
  const { problems, source } = checkFile(file.key, bytes, settings, now);
  const missing = await missingImages(file.root, source?.imageKeys ?? [], bytes);
  return { ...file, bytes, problems: [...problems, ...missing], ...(source ? { source } : {}) };
}

/** Images that a text of a content folder shows and that do not lie in that folder. */
async function missingImages(
  root: string | undefined,
  keys: string[],
  bytes: Uint8Array,
): Promise<Problem[]> {
  if (!root) return [];
  const there = await Promise.all(keys.map((key) => isThere(join(root, key))));
  const text = new TextDecoder().decode(bytes);
  return keys
    .filter((_key, index) => !there[index])
    .map((key) =>
      warning(
        placeIn(text, key),
        'missing-image',
        `${key} is not in the content folder.`,
        'Put it there or correct the path; the page goes live without it.',
      ),
    );
}

function placeIn(text: string, words: string) {
  const before = text.slice(0, Math.max(0, text.indexOf(words))).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** Of files with one address only the one that is uploaded first goes live, and nobody can tell here which. */
function contested(file: CheckedFile, all: CheckedFile[]): Problem[] {
  const address = addressClaimed(file);
  if (address === undefined) return [];
  return all
    .filter((other) => other !== file && addressClaimed(other) === address)
    .map((other) =>
      error(
        start,
        'address-taken',
        `${file.key} and ${other.key} claim the same address.`,
        'Rename one of them, or delete it: only the one that is uploaded first goes live.',
      ),
    );
}

function addressClaimed({ root, key, source }: CheckedFile): string | undefined {
  const place = placeOf(key);
  return root && source && !source.draft && 'id' in place ? `${root} ${place.id}` : undefined;
}
