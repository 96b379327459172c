import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { checkArticle } from '../../functions/ingest/check-article.ts';
import { placeOf } from '../../functions/ingest/places.ts';
import { checkSettings, defaultSettings } from '../../functions/ingest/settings.ts';
import { content, limits } from '../../functions/shared/layout.ts';
import type { Problem, Settings } from '../../functions/shared/model.ts';
import { filesIn } from '../local/files.ts';
import { isContent, keyIn, readIfThere } from './content-files.ts';

export type CheckedFile = { path: string; problems: Problem[] };

/** The content folder a path lies in: the nearest one above that has a site.yaml. */
export async function contentRoot(path: string): Promise<string | undefined> {
  let folder = resolve(path);
  for (;;) {
    if (await readIfFile(join(folder, content.settings))) return folder;
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
}

/** The settings of a content folder as far as they are usable; with none, Galley's defaults. */
export async function settingsOf(root: string | undefined): Promise<Settings> {
  const bytes = root && (await readIfFile(join(root, content.settings)));
  const own = bytes ? checkSettings(bytes).settings : undefined;
  return { ...defaultSettings, ...own };
}

/**
 * Checks one file with the code that checks uploads.
 *
 * @param key where it would lie in the content bucket
 */
export function checkFile(
  key: string,
  bytes: Uint8Array,
  settings: Settings,
  now: Date,
): { problems: Problem[]; draft?: boolean } {
  const place = placeOf(key);
  switch (place.kind) {
    case 'ignored':
      return { problems: [] };
    case 'stray':
      return { problems: place.problems };
    case 'settings':
      return { problems: checkSettings(bytes).problems };
    default: {
      const { problems, source } = checkArticle({ key, bytes, kind: place.kind, settings, now });
      return { problems, ...(source ? { draft: source.draft } : {}) };
    }
  }
}

/** Files below a path that Galley would look at: all of a folder, or the one that was named. */
export async function filesToCheck(path: string, root: string | undefined): Promise<string[]> {
  const full = resolve(path);
  const found = await filesIn(full).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (!found) return [full];
  const wanted = (file: string) =>
    root ? isContent(keyIn(root, file)) : file.endsWith('.md') && !basename(file).startsWith('.');
  return found.filter(wanted);
}

/** The key of a file in its content folder; a file outside of one is taken for an article. */
export function keyOf(path: string, root: string | undefined): string {
  const full = resolve(path);
  if (root && isContent(keyIn(root, full))) return keyIn(root, full);
  return `${content.articles}${basename(full)}`;
}

/** An image whose name shows that it is missing beside the text is only found by looking. */
export async function missingImages(
  keys: string[],
  root: string | undefined,
): Promise<string[]> {
  if (!root) return [];
  const there = await Promise.all(keys.map((key) => readIfThere(join(root, key))));
  return keys.filter((_key, index) => !there[index]);
}

export { limits };

async function readIfFile(path: string): Promise<Uint8Array | undefined> {
  return readFile(path).catch(() => undefined);
}
