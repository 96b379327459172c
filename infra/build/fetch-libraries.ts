import { execFile } from 'node:child_process';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Machine } from './libraries.ts';

const lockFile = join(import.meta.dirname, '../../package-lock.json');

/** The code that calls the libraries, and the libraries. There is a package of each for every kind of machine. */
const packages = ['@img/sharp', '@img/sharp-libvips'];

const named = { 'linux-x64': ['--os=linux', '--cpu=x64', '--libc=glibc'] } as const;

type Lock = { packages: Record<string, { version?: string }> };

/**
 * Sharp's libraries for another machine, fetched once for each version in the project's own lock file, whose checksums
 * hold for them.
 *
 * @param folder keeps what was fetched
 * @returns a folder `node_modules` that holds them and nothing else
 * @throws Error when npm could not get them
 */
export async function fetchLibraries(machine: Machine, folder: string): Promise<string> {
  const lock = JSON.parse(await readFile(lockFile, 'utf8')) as Lock;
  const names = packages.map((name) => `${name}-${machine}`);
  const versions = names.map((name) => lock.packages[pathOf(name)]?.version);
  const target = join(folder, `${machine}-${versions.join('-')}`);
  if (await exists(target)) return join(target, 'node_modules');
  process.stderr.write(`Fetching what makes images on ${machine}, once: ${names.join(', ')}\n`);
  const staging = `${target}.${process.pid}`;
  try {
    await writeProject(staging, names, lock);
    const args = ['ci', '--ignore-scripts', ...named[machine]];
    await promisify(execFile)('npm', args, { cwd: staging });
    // What is optional may be missing without a word.
    for (const name of names) await access(join(staging, pathOf(name)));
    await rename(staging, target);
  } catch (cause) {
    const advice = 'They come from the registry that npm is set up for: does "npm ping" reach it?';
    throw new Error(`${names.join(' and ')} could not be fetched. ${advice}`, { cause });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return join(target, 'node_modules');
}

/** Optional, because only of those does npm take what is meant for another machine. */
async function writeProject(folder: string, names: string[], lock: Lock): Promise<void> {
  const entries = names.map((name) => [pathOf(name), lock.packages[pathOf(name)]]);
  const versions = names.map((name) => [name, lock.packages[pathOf(name)]?.version]);
  const own = { name: 'libraries', optionalDependencies: Object.fromEntries(versions) };
  const locked = { '': own, ...Object.fromEntries(entries) };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify(own));
  await writeFile(
    join(folder, 'package-lock.json'),
    JSON.stringify({ name: own.name, lockfileVersion: 3, requires: true, packages: locked }),
  );
}

function pathOf(name: string): string {
  return `node_modules/${name}`;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
