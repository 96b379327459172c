import { cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fetchLibraries } from './fetch-libraries.ts';

const installed = join(import.meta.dirname, '../../node_modules/@img');

/** Machines on which functions can run, beside the one that bundles them. */
export type Machine = 'linux-arm64';

/**
 * Puts sharp's libraries, the one thing in a bundle that is not JavaScript, where the bundle finds them: those for this
 * machine, as `npm install` chose them.
 */
export async function bringLibraries(bundle: string): Promise<void> {
  const names = (await readdir(installed)).filter((name) => name.startsWith('sharp-'));
  for (const name of names) {
    const [from, to] = [join(installed, name), join(bundle, 'node_modules/@img', name)];
    if ((await descriptionIn(from)) === (await descriptionIn(to))) continue;
    // Made beside and moved, as the bundles are: a deployment under way may read there.
    const staging = `${to}.${process.pid}`;
    await cp(from, staging, { recursive: true });
    await rm(to, { recursive: true, force: true });
    await rename(staging, to);
  }
}

/**
 * The bundles for another machine: the same code, with the libraries that run there.
 *
 * @param folder the bundles for this machine
 * @param step the one of them that has libraries
 * @returns the folder with the others
 */
export async function bundlesFor(machine: Machine, folder: string, step: string): Promise<string> {
  if (machine === `${process.platform}-${process.arch}`) return folder;
  const libraries = await fetchLibraries(machine, join(dirname(folder), 'libraries'));
  const target = `${folder}-${machine}`;
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const isOwn = (path: string) => !path.startsWith(join(folder, step, 'node_modules'));
  await cp(folder, target, { recursive: true, filter: isOwn });
  await cp(libraries, join(target, step, 'node_modules'), { recursive: true });
  return target;
}

function descriptionIn(folder: string): Promise<string> {
  return readFile(join(folder, 'package.json'), 'utf8').catch(() => '');
}
