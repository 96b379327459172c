import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { placeOf } from '../../functions/ingest/places.ts';
import { error, inOrder, start, warning } from '../../functions/ingest/problems.ts';
import type { Problem, Settings } from '../../functions/shared/model.ts';
import { type Checked, checkFile } from './check-file.ts';
import { isThere, type LocalFile, localFiles, settingsOf } from './content-root.ts';

export type CheckedFile = LocalFile & Checked;

/**
 * Checks files offline: each by itself, against the others, and against the images beside it.
 *
 * @param paths files and folders
 */
export async function checkPaths(paths: string[], now: Date): Promise<CheckedFile[]> {
  const files = await localFiles(paths);
  const known = new Map<string | undefined, Settings | undefined>();
  for (const { root } of files) if (!known.has(root)) known.set(root, await settingsOf(root));
  const checked = await checkTogether(files, ({ root }) => known.get(root), now);
  return Promise.all(
    checked.map(async (file) => {
      const problems = inOrder([...file.problems, ...(await missingImages(file))]);
      return { ...file, problems };
    }),
  );
}

/** Checks files, each by itself and against the others. */
export async function checkTogether(
  files: LocalFile[],
  settingsFor: (file: LocalFile) => Settings | undefined,
  now: Date,
): Promise<CheckedFile[]> {
  const checked: CheckedFile[] = [];
  for (const file of files) {
    const bytes = await readFile(file.path);
    checked.push({ ...file, ...(await checkFile(file.key, bytes, settingsFor(file), now)) });
  }
  return checked.map((file) => {
    const problems = inOrder([...file.problems, ...contested(file, checked)]);
    return { ...file, problems };
  });
}

/** Images that a text of a content folder shows and that do not lie in that folder. */
async function missingImages({ path, root, source }: CheckedFile): Promise<Problem[]> {
  if (!root || !source) return [];
  const there = await Promise.all(source.imageKeys.map((key) => isThere(join(root, key))));
  const missing = source.imageKeys.filter((_key, index) => !there[index]);
  const text = missing.length > 0 ? await readFile(path, 'utf8') : '';
  return missing.map((key) =>
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
