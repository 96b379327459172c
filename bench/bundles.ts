import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { env } from '../functions/shared/layout.ts';
import { bundle } from '../infra/build/bundle.ts';
import { stepNames } from '../infra/config.ts';
import { type Figure, quantile, type Result } from './figures.ts';

const run = promisify(execFile);
const processes = 9;

/** Size and import time of each function, as Lambda would load it: plain Node, nothing else in the process. */
export async function benchBundles(folder: string): Promise<Result> {
  await bundle(folder);
  const figures: Figure[] = [];
  for (const step of stepNames) {
    const file = join(folder, step, 'index.mjs');
    const { size } = await stat(file);
    figures.push({ name: `bundle of ${step}`, bound: 700, value: size / 1000, unit: 'KB' });
    const samples: number[] = [];
    for (let each = 0; each < processes; each += 1) samples.push(await importTime(file));
    figures.push({
      name: `import of ${step}`,
      bound: 120,
      value: quantile(samples, 0.5),
      unit: 'ms',
      note: `median of ${processes} processes`,
    });
  }
  return { figures };
}

async function importTime(file: string): Promise<number> {
  const script = `const started = performance.now();
    await import(process.argv[1]);
    console.log(performance.now() - started);`;
  const variables = Object.fromEntries(
    Object.values(env).map((name) => [name, 'https://x.example']),
  );
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script, file], {
    env: { PATH: process.env.PATH, AWS_REGION: 'us-east-1', ...variables },
  });
  return Number(stdout);
}
