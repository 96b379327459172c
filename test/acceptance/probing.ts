import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { build } from 'esbuild';
import { projectRoot } from '../../cli/local/places.ts';
import { putCode } from '../../cli/local/rebuild-code.ts';
import type { StepName } from '../../infra/config.ts';
import { newsroom, platform } from './platform.ts';
import type { Attempt } from './probe.ts';

/**
 * Puts the probe into the place of a step's code, lets it try, and puts the code back.
 *
 * @returns for each attempt `done`, or the name of the error
 */
export async function tryAs(step: StepName, attempts: Attempt[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-probe-'));
  const log = join(folder, 'zip.log');
  const id = `${step.charAt(0).toUpperCase()}${step.slice(1)}Function`;
  const name = platform.outputs[id] ?? '';
  try {
    await bundleProbe(join(folder, 'code'));
    await putCode(newsroom.lambda, name, join(folder, 'code'), log);
    const answer = await newsroom.lambda.send(
      new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(attempts) }),
    );
    const text = Buffer.from(answer.Payload ?? []).toString('utf8');
    if (answer.FunctionError) throw new Error(text);
    return JSON.parse(text) as string[];
  } finally {
    await putCode(newsroom.lambda, name, join(projectRoot, 'dist/functions', step), log);
    await rm(folder, { recursive: true, force: true });
  }
}

async function bundleProbe(outdir: string): Promise<void> {
  await build({
    entryPoints: [{ in: join(import.meta.dirname, 'probe.ts'), out: 'index' }],
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: {
      js: "import{createRequire as probeRequire}from'node:module';const require=probeRequire(import.meta.url);",
    },
  });
}
