import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What one run of a program took. */
export type Run = {
  /** From its start to its end. */
  seconds: number;
  /** Of the whole tree of processes, the most that each ever had in memory. */
  megabytes: number;
};

const every = 10;

/**
 * Runs a program to its end.
 *
 * @throws with what it said when it fails
 */
export async function measure(program: string, args: string[], cwd: string): Promise<Run> {
  const started = performance.now();
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const peaks = new Map<number, number>();
  const look = setInterval(() => {
    for (const pid of familyOf(child.pid ?? 0)) {
      peaks.set(pid, Math.max(peaks.get(pid) ?? 0, peakOf(pid)));
    }
  }, every);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => clearInterval(look));
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${said}`);
  const kilobytes = [...peaks.values()].reduce((sum, peak) => sum + peak, 0);
  return { seconds: (performance.now() - started) / 1000, megabytes: kilobytes / 1000 };
}

/** A process and all that it started (proc(5), /proc/pid/task/tid/children). */
function familyOf(pid: number): number[] {
  const children = textOf(`/proc/${pid}/task/${pid}/children`)
    .split(' ')
    .filter(Boolean)
    .map(Number);
  return [pid, ...children.flatMap(familyOf)];
}

/** Kilobytes: the high-water mark that the kernel keeps, so that no moment is missed (proc(5), VmHWM). */
function peakOf(pid: number): number {
  const [, peak = '0'] = /VmHWM:\s*(\d+) kB/.exec(textOf(`/proc/${pid}/status`)) ?? [];
  return Number(peak);
}

/** @returns nothing for a process that has ended */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (['ENOENT', 'ESRCH'].includes((cause as NodeJS.ErrnoException).code ?? '')) return '';
    throw cause;
  }
}
