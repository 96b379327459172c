import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Failure } from '../failure.ts';

const ask = promisify(execFile);
const question =
  'import sys; print(sys.executable, sys.version_info[0], sys.version_info[1], sep="\\n")';

/**
 * The Python that runs the emulator: the first of `python3` and `python` that is 3.10 or newer.
 *
 * @returns the full path of its executable
 */
export async function findPython(): Promise<{ path: string; version: string }> {
  const found: string[] = [];
  for (const name of ['python3', 'python']) {
    const answer = await ask(name, ['-c', question]).catch(() => undefined);
    const [path, major, minor] = answer?.stdout.trim().split('\n') ?? [];
    if (!path) continue;
    const version = `${major}.${minor}`;
    if (Number(major) === 3 && Number(minor) >= 10) return { path, version };
    found.push(`${name} is ${version}`);
  }
  throw new Failure(
    found.length === 0
      ? 'Python was not found on this machine.'
      : `Python 3.10 or newer was not found: ${found.join(', ')}.`,
    {
      where: 'The local platform is an AWS emulator written in Python.',
      advice:
        'Install Python (https://www.python.org/downloads/, or "sudo apt install python3 python3-pip", or "brew install python") and start again.',
    },
  );
}
