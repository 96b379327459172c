import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { folderWith } from './content-folder.ts';

const script = join(import.meta.dirname, '../../cli/test.ts');
const config = `export default { test: { globals: true, projects: ['unit', 'infra', 'acceptance'].map(
  (name) => ({ extends: true, test: { name, include: [name + '/*.test.js'] } })) } };`;
const passes = 'test("passes", () => {});';
const fails = 'test("fails", () => { throw new Error("no"); });';

/** Runs the tests of another project, as `npm test` runs those of this one. */
async function tested(files: Record<string, string>, ...args: string[]) {
  const root = await folderWith({ ...files, 'vitest.config.js': config });
  const child = spawn(process.execPath, [script, '--root', root, ...args], {
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const lines = (await text(child.stdout)).trimEnd().split('\n');
  return { status: await ended, last: lines.at(-1) };
}

describe('npm test', { timeout: 30_000 }, () => {
  test('ends with the sum of both projects', async () => {
    const files = {
      'unit/a.test.js': passes,
      'acceptance/b.test.js': `${passes}\n${fails}`,
    };
    expect(await tested(files)).toEqual({ status: 1, last: '2 passed, 1 failed' });
  });

  test('counts a file that cannot be loaded as a failure', async () => {
    const files = {
      'unit/a.test.js': passes,
      'acceptance/b.test.js': 'throw new Error("no");',
    };
    expect(await tested(files)).toEqual({ status: 1, last: '1 passed, 1 failed' });
  });

  test('fails when a project has no tests', async () => {
    const files = { 'unit/a.test.js': passes };
    expect(await tested(files)).toEqual({ status: 1, last: '1 passed, 1 failed' });
  });

  test('passes its arguments on', async () => {
    const files = { 'unit/a.test.js': passes, 'unit/b.test.js': fails };
    expect(await tested(files, 'unit/a')).toEqual({ status: 0, last: '1 passed, 0 failed' });
  });

  test('fails when the arguments match no test', async () => {
    const files = { 'unit/a.test.js': passes };
    expect(await tested(files, 'nowhere')).toEqual({ status: 1, last: '0 passed, 0 failed' });
  });
});
