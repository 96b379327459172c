import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LambdaClient, UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import { stepNames } from '../../infra/config.ts';
import type { Platform } from './boot.ts';
import type { Places } from './places.ts';
import { projectRoot } from './places.ts';
import { findPython } from './python.ts';
import { run } from './run.ts';

/** Hashes of the bundles that run, by step. */
export type RunningCode = Map<string, string>;

/**
 * Bundles the functions again and replaces the code of those that changed, without a deployment.
 *
 * In a process of its own, because the bundler's own modules may be what was saved.
 *
 * @returns the steps whose code changed
 */
export async function updateCode(
  platform: Platform,
  places: Places,
  running: RunningCode,
): Promise<string[]> {
  const folder = join(places.home, 'bundles');
  const script = `await (await import('./infra/build/bundle.ts')).bundle(process.argv[1])`;
  await run(process.execPath, ['--input-type=module', '-e', script, folder], {
    doing: 'Bundling the functions',
    log: join(places.logs, 'bundle.log'),
    cwd: projectRoot,
    advice: 'The site goes on with the code from before. Correct the file and save it again.',
  });
  const changed: string[] = [];
  for (const step of stepNames) {
    const hash = createHash('sha256').update(await readFile(join(folder, step, 'index.mjs')));
    const digest = hash.digest('hex');
    if (running.get(step) === digest) continue;
    if (running.has(step)) {
      await replace(platform, places, step, join(folder, step));
      changed.push(step);
    }
    running.set(step, digest);
  }
  return changed;
}

async function replace(
  { newsroom, outputs }: Platform,
  places: Places,
  step: string,
  folder: string,
): Promise<void> {
  const name = outputs[`${step.charAt(0).toUpperCase()}${step.slice(1)}Function`];
  await putCode(newsroom.lambda, name ?? '', folder, join(places.logs, 'zip.log'));
}

/**
 * Replaces a function's code by the files of a folder. Lambda takes a zip file; Python, which runs the emulator,
 * makes one.
 */
export async function putCode(
  lambda: LambdaClient,
  name: string,
  folder: string,
  log: string,
): Promise<void> {
  const zip = `${folder}.zip`;
  const { path } = await findPython();
  const entries = (await readdir(folder)).map((entry) => join(folder, entry));
  await run(path, ['-m', 'zipfile', '-c', zip, ...entries], {
    doing: `Packing ${name}`,
    log,
  });
  const code = { FunctionName: name, ZipFile: await readFile(zip) };
  await lambda.send(new UpdateFunctionCodeCommand(code));
}
