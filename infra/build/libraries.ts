import { cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fetchLibraries } from './fetch-libraries.ts';

const modules = join(import.meta.dirname, '../../node_modules');

/** Of the package with the font: a weight of it, and its licence. */
const font = '@expo-google-fonts/source-serif-4';
const fontFiles = ['package.json', 'LICENSE_FONT', '700Bold'];

/** Machines on which functions can run, beside the one that bundles them. */
export type Machine = 'linux-x64';

/**
 * Puts what is not JavaScript where the bundle finds it: sharp's libraries, those for this machine, as `npm install`
 * chose them, and the font.
 */
export async function bringLibraries(bundle: string): Promise<void> {
  const names = (await readdir(join(modules, '@img'))).filter((name) => name.startsWith('sharp-'));
  for (const name of names) await bring(`@img/${name}`, bundle, ['']);
  await bring(font, bundle, fontFiles);
}

/** @param parts files and folders of a package; '' for all of it */
async function bring(name: string, bundle: string, parts: string[]): Promise<void> {
  const [from, to] = [join(modules, name), join(bundle, 'node_modules', name)];
  if ((await descriptionIn(from)) === (await descriptionIn(to))) return;
  // Made beside and moved, as the bundles are: a deployment under way may read there.
  const staging = `${to}.${process.pid}`;
  for (const part of parts) await cp(join(from, part), join(staging, part), { recursive: true });
  await rm(to, { recursive: true, force: true });
  await rename(staging, to);
}

/**
 * The bundles for another machine: the same code, with the libraries that run there.
 *
 * @param folder the bundles for this machine
 * @param step the one of them that has libraries
 * @returns the folder with the others
 */
export async function bundlesFor(machine: Machine, folder: string, step: string): Promise<string> {
  if ((await readdir(join(modules, '@img'))).includes(`sharp-${machine}`)) return folder;
  const libraries = await fetchLibraries(machine, join(dirname(folder), 'libraries'));
  const target = `${folder}-${machine}`;
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const isOwn = (path: string) => !path.startsWith(join(folder, step, 'node_modules/@img'));
  await cp(folder, target, { recursive: true, filter: isOwn });
  await cp(libraries, join(target, step, 'node_modules'), { recursive: true });
  return target;
}

function descriptionIn(folder: string): Promise<string> {
  return readFile(join(folder, 'package.json'), 'utf8').catch(() => '');
}
