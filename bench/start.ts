import { spawn } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../cli/local/places.ts';
import { run } from '../cli/local/run.ts';
import type { Result } from './figures.ts';

/** `npm start` in a fresh clone whose packages are installed: the first time, and again. */
export async function benchStart(folder: string, note: (text: string) => void): Promise<Result> {
  const clone = join(folder, 'clone');
  const log = join(folder, 'clone.log');
  await run('git', ['clone', '--quiet', projectRoot, clone], { doing: 'Cloning', log });
  await symlink(join(projectRoot, 'node_modules'), join(clone, 'node_modules'));
  note('first time');
  const first = await untilLive(clone);
  note('again');
  const again = await untilLive(clone);
  return {
    figures: [
      {
        name: 'npm start, first time, until the pages are live',
        bound: 45,
        value: first,
        unit: 's',
      },
      { name: 'npm start, again, until the pages are live', bound: 20, value: again, unit: 's' },
    ],
  };
}

/** Starts, waits for the line that says the newsroom is live, ends it as Ctrl-C would. @returns seconds */
async function untilLive(clone: string): Promise<number> {
  const started = performance.now();
  const child = spawn('npm', ['start', '--', '--port', '0', '--no-watch'], {
    cwd: clone,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let said = '';
  const seconds = await new Promise<number>((resolve, reject) => {
    const listen = (text: string) => {
      said += text;
      if (said.includes('Galley is live')) resolve((performance.now() - started) / 1000);
    };
    child.stdout.setEncoding('utf8').on('data', listen);
    child.stderr.setEncoding('utf8').on('data', listen);
    child.once('close', () => reject(new Error(`npm start ended too early:\n${said}`)));
  });
  process.kill(-(child.pid ?? 0), 'SIGINT');
  await ended;
  return seconds;
}
