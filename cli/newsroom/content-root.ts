import { access, glob, readFile } from 'node:fs/promises';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { checkAuthors } from '../../functions/ingest/authors-file.ts';
import { composeSettings } from '../../functions/ingest/compose-settings.ts';
import { checkSettings } from '../../functions/ingest/settings.ts';
import { content } from '../../functions/shared/layout.ts';
import type { Settings } from '../../functions/shared/model.ts';
import { Failure } from '../failure.ts';
import { filesIn } from '../local/files.ts';
import { isContent, keyIn, readIfThere } from './content-files.ts';

/** One file that was named, or found in a folder that was. `root` is the content folder it lies in. */
export type LocalFile = { path: string; root?: string; key: string };

/** The content folder a path lies in: the nearest one above that has a site.yaml. */
export async function contentRoot(path: string): Promise<string | undefined> {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (await isThere(join(folder, content.settings))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** The settings of a content folder, without pictures; undefined when it has none that are usable. */
export async function settingsOf(root: string | undefined): Promise<Settings | undefined> {
  if (!root) return undefined;
  const { settings: own } = checkSettings(await readFile(join(root, content.settings)));
  const authors = await readIfThere(join(root, content.authors));
  const { profiles } = authors ? checkAuthors(authors) : {};
  return own && composeSettings({ own, profiles }, new Map(), []);
}

/** Whether a path is a pattern; quoted, because a shell would have resolved it otherwise. */
function isPattern(path: string): boolean {
  return /[*?[{]/.test(path);
}

/** What a pattern such as `content/articles/2026/**` stands for. */
async function matching(pattern: string): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of glob(pattern, { withFileTypes: true })) {
    if (entry.isFile()) found.push(join(entry.parentPath, entry.name));
  }
  if (found.length > 0) return found.sort();
  throw new Failure(`Nothing matches ${pattern}.`, {
    advice: 'The pattern counts from the folder you are in; ** stands for any folders.',
  });
}

/**
 * The files that paths stand for. A file is taken whatever it is called; of a folder only what Galley would look
 * at: the content folders in it, or every Markdown file when there is none.
 *
 * @throws Failure for a path that is not there, and for a folder that holds nothing to look at
 */
export async function localFiles(paths: string[]): Promise<LocalFile[]> {
  const found = new Map<string, LocalFile>();
  for (const path of paths) {
    const whole = !isPattern(path) || (await isThere(path));
    const named = whole
      ? await filesAt(path)
      : await Promise.all((await matching(path)).map(localFile));
    for (const file of named) found.set(resolve(file.path), file);
  }
  return [...found.values()];
}

async function filesAt(path: string): Promise<LocalFile[]> {
  const full = resolve(path);
  const inside = await filesIn(full).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOTDIR') return undefined;
    if (error.code === 'ENOENT') throw notThere(path);
    throw error;
  });
  if (!inside) return [await localFile(full)];
  const seen = inside.filter(
    (file) => !/(^|[\\/])(\.|node_modules[\\/])/.test(relative(full, file)),
  );
  const files = await Promise.all(seen.map(localFile));
  const content = files.filter(({ root, key }) => root && isContent(key));
  const usable = content.length > 0 ? content : files.filter(({ path }) => path.endsWith('.md'));
  if (usable.length > 0) return usable;
  throw new Failure(`There is nothing to look at in ${path}.`, {
    advice: 'Name a content folder (it holds a site.yaml), a folder in it, or a file.',
  });
}

async function localFile(path: string): Promise<LocalFile> {
  const full = resolve(path);
  const root = await contentRoot(dirname(full));
  const shown = relative('', full);
  const named = shown.startsWith('..') ? full : shown;
  if (root) return { path: named, root, key: keyIn(root, full) };
  // Its address is not known outside of a content folder, so nothing is said of its name.
  return { path: named, key: `${content.articles}unnamed${extname(full)}` };
}

export async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function notThere(path: string): Failure {
  return new Failure(`There is no file or folder ${path}.`, {
    advice: 'Check the path; it counts from the folder you are in.',
  });
}
