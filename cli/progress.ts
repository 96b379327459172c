import colors from 'picocolors';

/** Where progress goes: one line for each step when it ends, and while it lasts a moving one on a terminal. */
export type Progress = {
  step<T>(label: string, work: (note: (detail: string) => void) => Promise<T>): Promise<T>;
  say(line: string): void;
};

/**
 * Prints `✓ label  detail  1.2 s`. In a pipe each line is written once, so a log stays readable.
 *
 * @param out the terminal or the pipe; stderr for commands whose output is data
 */
export function terminalProgress(out: NodeJS.WriteStream = process.stdout): Progress {
  const live = out.isTTY === true;

  async function step<T>(label: string, work: (note: (detail: string) => void) => Promise<T>) {
    const started = Date.now();
    let detail = '';
    const draw = (mark: string) => {
      const seconds = `${((Date.now() - started) / 1000).toFixed(1)} s`;
      return `${mark} ${label}${detail ? ` ${colors.dim(detail)}` : ''} ${colors.dim(seconds)}`;
    };
    const ticker = live
      ? setInterval(() => out.write(`\r\x1b[2K${draw(colors.cyan('…'))}`), 200)
      : undefined;
    const finish = (mark: string) => {
      clearInterval(ticker);
      out.write(`${live ? '\r\x1b[2K' : ''}${draw(mark)}\n`);
    };
    try {
      const answer = await work((text) => {
        detail = text;
      });
      finish(colors.green('✓'));
      return answer;
    } catch (error) {
      finish(colors.red('✗'));
      throw error;
    }
  }

  return { step, say: (line) => void out.write(`${line}\n`) };
}

const barWidth = 20;

/** `████████░░░░░░░░░░░░ 12 of 30`. */
export function bar(done: number, all: number): string {
  const filled = all === 0 ? barWidth : Math.floor((done / all) * barWidth);
  return `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${done} of ${all}`;
}

/** For tests and for `--json`: the work without a word. */
export const silent: Progress = {
  step: (_label, work) => work(() => {}),
  say: () => {},
};
