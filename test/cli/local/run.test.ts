import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../cli/failure.ts';
import { isAlive } from '../../../cli/local/platform-state.ts';
import { run } from '../../../cli/local/run.ts';
import { until } from '../../../cli/newsroom/until.ts';
import { folderWith } from '../content-folder.ts';

/** Runs JavaScript in a Node of its own. @returns how it failed, if it did, and the path of its log */
async function script(code: string, signal?: AbortSignal) {
  const log = join(await folderWith({}), 'run.log');
  const lines: string[] = [];
  const failure = await run(process.execPath, ['-e', code], {
    doing: 'Counting the boats',
    log,
    signal,
    advice: 'Count again.',
    onLine: (line) => lines.push(line),
  }).catch((error: unknown) => error);
  return { failure, log, lines };
}

describe('a program that is run', () => {
  it('leaves all it said in the log', async () => {
    const { failure, log } = await script('console.log("one"); console.error("two")');
    expect(failure).toBeUndefined();
    expect((await readFile(log, 'utf8')).split('\n').sort()).toEqual(['', 'one', 'two']);
  });

  it('tells each line as it comes', async () => {
    const { lines } = await script('console.log("one\\ntwo")');
    expect(lines).toEqual(['one', 'two']);
  });

  it('fails with its last words, the log and what to do', async () => {
    const { failure, log } = await script('console.error("no boats"); process.exit(3)');
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({
      message: expect.stringMatching(/^Counting the boats failed .*3\)\.$/),
      where: `  no boats\n  All of it: ${log}`,
      advice: 'Count again.',
    });
  });

  it('fails with what was thrown and not with where', async () => {
    const { failure } = await script('throw new Error("the harbour is empty")');
    const { where = '' } = failure as Failure;
    expect(where).toContain('the harbour is empty');
    expect(where).not.toMatch(/^ +at /m);
  });

  it('fails when there is no such program', async () => {
    const log = join(await folderWith({}), 'run.log');
    await expect(run('galley-is-no-program', [], { doing: 'Sailing', log })).rejects.toThrow(
      /^Sailing failed \(galley-is-no-program: .*ENOENT/,
    );
  });

  it('ends with all that it started when the signal aborts', async () => {
    const stop = new AbortController();
    const sleeper = 'setInterval(() => {}, 1000)';
    const code = `
      const child = require('node:child_process').spawn(process.execPath, ['-e', '${sleeper}']);
      console.log(String(child.pid));
      ${sleeper};`;
    const log = join(await folderWith({}), 'run.log');
    let child = 0;
    const running = run(process.execPath, ['-e', code], {
      doing: 'Waiting',
      log,
      signal: stop.signal,
      onLine: (line) => {
        child = Number(line);
        stop.abort(new Error('enough'));
      },
    });
    await expect(running).rejects.toThrow('enough');
    expect(child).toBeGreaterThan(0);
    const ended = await until(async () => !isAlive(child) || undefined, { every: 20 });
    expect(ended).toBe(true);
  });
});
