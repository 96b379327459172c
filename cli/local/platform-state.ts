import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Outputs } from '../newsroom/facts.ts';
import { trust } from './certificate.ts';
import { answers } from './emulator.ts';
import type { Places } from './places.ts';

/** A running platform as other commands find it. Removed when it ends. */
export type PlatformState = {
  /** Process that runs `galley start`. */
  pid: number;
  endpoint: string;
  caFile?: string;
  /** Process group of the emulator, when it is ours. */
  emulator?: number;
  url: string;
  outputs: Outputs;
};

export async function writePlatformState(places: Places, state: PlatformState): Promise<void> {
  const staging = `${places.platform}.${process.pid}`;
  await mkdir(dirname(staging), { recursive: true });
  await writeFile(staging, `${JSON.stringify(state, undefined, 2)}\n`);
  await rename(staging, places.platform);
}

export async function readPlatformState(places: Places): Promise<PlatformState | undefined> {
  const text = await readFile(places.platform, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as PlatformState);
}

export async function forgetPlatformState(places: Places): Promise<void> {
  await rm(places.platform, { force: true });
}

/** The platform that runs here, or undefined when none does, whatever a file left by a crash says. */
export async function runningPlatform(places: Places): Promise<PlatformState | undefined> {
  const state = await readPlatformState(places);
  if (!state || !isAlive(state.pid)) return undefined;
  if (!state.emulator || !state.caFile) return state;
  await trust(state.caFile);
  return (await answers(state.endpoint)) ? state : undefined;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
