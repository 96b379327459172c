import { join } from 'node:path';
import { pipInstall } from './pip-install.ts';
import { emulatorVersion, type Places } from './places.ts';

/** @returns whether anything had to be installed */
export async function installEmulator(
  python: string,
  places: Places,
  signal?: AbortSignal,
): Promise<boolean> {
  return pipInstall(python, {
    what: 'the emulator',
    packages: [`ministack==${emulatorVersion}`, 'cryptography'],
    folder: places.install,
    proof: 'ministack',
    log: join(places.logs, 'install.log'),
    signal,
  });
}
