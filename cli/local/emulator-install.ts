import { access, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { emulatorVersion, type Places } from './places.ts';
import { run } from './run.ts';

/**
 * Installs the emulator once for each version, into a folder of its own: no virtual environment, nothing
 * system-wide. Installed beside and then renamed, so that an interrupted download leaves nothing half done.
 *
 * @returns whether anything had to be installed
 */
export async function installEmulator(
  python: string,
  places: Places,
  signal?: AbortSignal,
): Promise<boolean> {
  if (await exists(join(places.install, 'ministack'))) return false;
  const staging = `${places.install}.${process.pid}`;
  await mkdir(dirname(places.install), { recursive: true });
  const packages = [`ministack==${emulatorVersion}`, 'cryptography'];
  const args = ['-m', 'pip', 'install', '--disable-pip-version-check', '--target', staging];
  try {
    await run(python, [...args, ...packages], {
      doing: 'Installing the emulator',
      log: join(places.logs, 'install.log'),
      signal,
      advice:
        'It comes from PyPI with pip. Check "python3 -m pip --version" (Debian and Ubuntu: sudo apt install python3-pip) and the network.',
    });
    await rename(staging, places.install);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    // Somebody else was faster, for example the acceptance tests: theirs is as good.
    if (!(await exists(join(places.install, 'ministack')))) throw error;
  }
  return true;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
