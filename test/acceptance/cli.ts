import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { awsVariables, neutralEnvironment } from '../../cli/local/environment.ts';
import { projectRoot } from '../../cli/local/places.ts';
import { factVariables } from '../../cli/newsroom/facts.ts';
import { newsroom, platform } from './platform.ts';

export type Ended = { status: number | null; stdout: string; stderr: string };

/** Runs `galley` in a process of its own, in the shell that `eval "$(galley env)"` makes. */
export function galley(...args: string[]): Promise<Ended> {
  return galleyWith({}, ...args);
}

/** @param variables of the shell, besides those of `galley env` or instead of them */
export async function galleyWith(
  variables: Record<string, string>,
  ...args: string[]
): Promise<Ended> {
  // A CI asks for colours, and then no line reads as a test expects it. Node complains when both are set.
  const { FORCE_COLOR: _, ...environment } = neutralEnvironment();
  const child = spawn(process.execPath, [join(projectRoot, 'cli/bin.js'), ...args], {
    cwd: projectRoot,
    env: {
      ...environment,
      NO_COLOR: '1',
      ...awsVariables(platform.endpoint, platform.caFile),
      ...factVariables(newsroom.facts),
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, status] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    new Promise<number | null>((resolve) => child.on('close', resolve)),
  ]);
  return { status, stdout, stderr };
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream.setEncoding('utf8')) text += chunk;
  return text;
}
