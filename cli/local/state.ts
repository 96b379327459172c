import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { trust } from './certificate.ts';
import { answers } from './emulator.ts';
import type { Places } from './places.ts';
import { forgetPlatformState, isAlive, readPlatformState } from './platform-state.ts';
import { freePort } from './ports.ts';
import { killGroup } from './run.ts';

/** Forgets all that the platform remembers: content versions, replies, the deployment, the certificates. */
export async function forgetEverything(places: Places): Promise<void> {
  const files = ['deployed.json', 'outputs.json', 'synced.json', 'port', 'cdk.out'];
  const paths = [
    places.state,
    places.certificates,
    ...files.map((file) => join(places.home, file)),
  ];
  for (const path of paths) await rm(path, { recursive: true, force: true });
}

/**
 * Looks at what an earlier run left behind.
 *
 * @returns true when it did not end in order, so that what it kept in memory is lost
 * @throws Failure when it is still running: two platforms must not write to one state
 */
export async function settleEarlierRun(places: Places): Promise<boolean> {
  const earlier = await readPlatformState(places);
  if (!earlier) return false;
  const another = isAlive(earlier.pid) && earlier.pid !== process.pid;
  // After a crash, its number may belong to somebody else by now.
  if (another && (await listens(earlier.url))) {
    throw new Failure(`Galley is already running at ${earlier.url} (process ${earlier.pid}).`, {
      advice: `Use it, or end it first: kill ${earlier.pid}`,
    });
  }
  if (earlier.emulator && earlier.caFile && isAlive(earlier.emulator)) {
    // Only what answers with our own certificate is ours; a process id alone may long belong to somebody else.
    const ours = await trust(earlier.caFile).then(
      () => answers(earlier.endpoint),
      () => false,
    );
    if (ours) await endOrphan(earlier.emulator);
  }
  await forgetPlatformState(places);
  return true;
}

/** Whether anything answers there, whatever it says. */
function listens(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    () => true,
    () => false,
  );
}

/** SIGTERM lets the emulator save its state. */
async function endOrphan(pid: number): Promise<void> {
  killGroup(pid, 'SIGTERM');
  const deadline = Date.now() + 10_000;
  while (isAlive(pid) && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  killGroup(pid, 'SIGKILL');
}

/**
 * The emulator's port stays the same from start to start, because addresses of queues carry it and stand in the
 * functions' variables. When something else has taken it meanwhile, the saved state is moved to another one.
 */
export async function rememberedPort(places: Places): Promise<number> {
  const file = join(places.home, 'port');
  const before = Number(await readFile(file, 'utf8').catch(() => 0));
  const port = await freePort(before);
  if (before !== 0 && port !== before) await moveState(places, before, port);
  await writeFile(file, String(port));
  return port;
}

async function moveState(places: Places, before: number, now: number): Promise<void> {
  const names = await readdir(places.state).catch(() => []);
  for (const name of names.filter((each) => each.endsWith('.json'))) {
    const path = join(places.state, name);
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replaceAll(`127.0.0.1:${before}`, `127.0.0.1:${now}`));
  }
}
