import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from '../failure.ts';

export type RunOptions = {
  /** What is being done, for the message when it fails: "Deploying the stack". */
  doing: string;
  log: string;
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  signal?: AbortSignal | undefined;
  advice?: string;
  /** Gets each line as it comes. */
  onLine?: (line: string) => void;
};

/**
 * Runs a program to its end, with all it says in a log file.
 *
 * @throws Failure with the last lines and the log's path when it cannot start or exits with another status than 0
 */
export async function run(program: string, args: string[], options: RunOptions): Promise<void> {
  await mkdir(dirname(options.log), { recursive: true });
  const log = createWriteStream(options.log);
  const last: string[] = [];
  const code = await new Promise<number | string>((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Its own group, so that Ctrl-C in the terminal reaches it only through us, in our order.
      detached: true,
    });
    const stop = () => child.pid && killGroup(child.pid, 'SIGTERM');
    options.signal?.addEventListener('abort', stop, { once: true });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        log.write(text);
        for (const line of text.split('\n').filter((part) => part.trim())) {
          if (!isFrame(line) && last.push(line) > 12) last.shift();
          options.onLine?.(line);
        }
      });
    }
    child.on('error', (error) => resolve(error.message));
    child.on('close', (status, signal) => {
      options.signal?.removeEventListener('abort', stop);
      resolve(status ?? signal ?? 1);
    });
  });
  await new Promise<void>((resolve) => log.end(() => resolve()));
  options.signal?.throwIfAborted();
  if (code === 0) return;
  throw new Failure(`${options.doing} failed (${program}: ${code}).`, {
    where: `${last.map((line) => `  ${line}`).join('\n')}\n  All of it: ${options.log}`,
    ...(options.advice ? { advice: options.advice } : {}),
  });
}

/** Signals a process and all that it started. A group that is already gone is fine. */
export function killGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Where in a program something was thrown is for the log; what was thrown is for the reader. */
function isFrame(line: string): boolean {
  return /^\s+at /.test(line);
}
