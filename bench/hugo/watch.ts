import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const every = 5;
const patience = 120_000;

/**
 * How long a builder that watches takes from the saving of a file until its page is there.
 *
 * @param edits each saves a file and answers the words that its page shall then show
 * @returns seconds, one for each edit
 */
export async function watching(
  program: string,
  args: string[],
  { cwd, page, edits }: { cwd: string; page: string; edits: (() => string)[] },
): Promise<number[]> {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    await until(() => said.includes('Press Ctrl+C to stop'));
    const seconds: number[] = [];
    for (const edit of edits) {
      // Whatever the last change left to do is over.
      await delay(2_000);
      const started = performance.now();
      const words = edit();
      await until(() => readFileSync(page, 'utf8').includes(words));
      seconds.push((performance.now() - started) / 1000);
    }
    return seconds;
  } finally {
    child.kill();
  }
}

async function until(isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + patience; !isSo(); await delay(every)) {
    if (Date.now() > end) throw new Error('It did not happen within two minutes.');
  }
}
