import { randomUUID } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Failure } from '../failure.ts';

/** Names the files that builds made in the folder, so that others are left alone. Its first line names the build. */
const manifestName = '.galley-build';

/** The folder that a build writes to. */
export type SiteFolder = {
  path: string;
  /** What the last build left there, by key; empty when there was none. */
  made: Set<string>;
  /** The last build, as it called itself. */
  build?: string;
};

/**
 * Looks at the folder of a site before anything is written to it.
 *
 * @throws Failure for a folder with something in it that no build made, which must be a mistake
 */
export function openSiteFolder(folder: string): SiteFolder {
  const path = resolve(folder);
  const [build, ...made] = linesOf(join(path, manifestName));
  if (build) return { path, made: new Set(made), build };
  if (isEmpty(path)) return { path, made: new Set() };
  throw new Failure(`${folder} holds files that no build made.`, {
    advice:
      'Name a folder that is empty or not there yet: a build may replace and remove files in it.',
  });
}

function linesOf(path: string): string[] {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
}

function isEmpty(path: string): boolean {
  return !existsSync(path) || readdirSync(path).length === 0;
}

/**
 * Where a first build writes: beside the folder, which then appears with all of the site in it. Removed when the build
 * fails.
 */
export async function inStaging<T>(
  folder: string,
  build: (staging: string) => Promise<T>,
): Promise<T> {
  const staging = `${folder}.${process.pid}.part`;
  const remove = () => rmSync(staging, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    mkdirSync(staging, { recursive: true });
    const done = await build(staging);
    if (existsSync(folder)) rmdirSync(folder);
    renameSync(staging, folder);
    return done;
  } finally {
    process.off('exit', remove);
    remove();
  }
}

/** Removes files, and the folders that held nothing else. */
export function removeFiles(folder: string, keys: Iterable<string>): void {
  const folders = new Set<string>();
  for (const key of keys) {
    rmSync(join(folder, key), { force: true });
    for (let around = dirname(key); around !== '.'; around = dirname(around)) folders.add(around);
  }
  // Inner ones first: they are longer.
  for (const around of [...folders].sort((a, b) => b.length - a.length)) {
    const path = join(folder, around);
    if (existsSync(path) && readdirSync(path).length === 0) rmdirSync(path);
  }
}

/** Notes files that are about to be written. */
export function addToManifest(folder: string, keys: string[]): void {
  if (keys.length > 0) appendFileSync(join(folder, manifestName), `${keys.join('\n')}\n`);
}

/** Notes what the folder holds now. @returns the name of the build, which is a new one if none is given */
export function writeManifest(
  folder: string,
  keys: Iterable<string>,
  build: string = randomUUID(),
): string {
  const path = join(folder, manifestName);
  writeFileSync(`${path}.part`, [build, ...[...keys].sort(), ''].join('\n'));
  renameSync(`${path}.part`, path);
  return build;
}
