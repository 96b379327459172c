import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Places, placesIn } from '../../../cli/local/places.ts';
import { writePlatformState } from '../../../cli/local/platform-state.ts';
import { forgetEverything, rememberedPort, settleEarlierRun } from '../../../cli/local/state.ts';
import { folderWith } from '../content-folder.ts';

/** Something that listens on a free port until the test is over. */
async function listener(): Promise<number> {
  const server: Server = createServer((_request, response) => response.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

async function placesWith(files: Record<string, string> = {}): Promise<Places> {
  return placesIn(await folderWith(files));
}

/** A process that lives and is not this one. */
const alive = process.ppid;

describe('what an earlier run left behind', () => {
  const nobody = 'http://127.0.0.1:9';

  it('is nothing after an orderly end', async () => {
    expect(await settleEarlierRun(await placesWith())).toBe(false);
  });

  it('is forgotten when the run crashed', async () => {
    const places = await placesWith();
    const state = { pid: 2 ** 22 + 1, endpoint: nobody, url: nobody, outputs: {} };
    await writePlatformState(places, state);
    expect(await settleEarlierRun(places)).toBe(true);
    expect(existsSync(places.platform)).toBe(false);
  });

  it('is forgotten when another program has the number of the process now', async () => {
    const places = await placesWith();
    await writePlatformState(places, { pid: alive, endpoint: nobody, url: nobody, outputs: {} });
    expect(await settleEarlierRun(places)).toBe(true);
  });

  it('keeps a second run from starting while the first one goes on', async () => {
    const places = await placesWith();
    const url = `http://127.0.0.1:${await listener()}`;
    await writePlatformState(places, { pid: alive, endpoint: nobody, url, outputs: {} });
    await expect(settleEarlierRun(places)).rejects.toMatchObject({
      message: `Galley is already running at ${url} (process ${alive}).`,
      advice: expect.stringContaining(`kill ${alive}`),
    });
  });
});

describe('the port of the emulator', () => {
  it('is the same at the next start', async () => {
    const places = await placesWith();
    expect(await rememberedPort(places)).toBe(await rememberedPort(places));
  });

  it('is another one when it is taken, and the saved state follows', async () => {
    const taken = await listener();
    const queue = `{"url":"https://127.0.0.1:${taken}/q"}`;
    const places = await placesWith({ port: `${taken}`, 'state/sqs.json': queue });
    const port = await rememberedPort(places);
    expect(port).not.toBe(taken);
    const state = await readFile(join(places.state, 'sqs.json'), 'utf8');
    expect(state).toBe(`{"url":"https://127.0.0.1:${port}/q"}`);
  });
});

describe('forgetting everything', () => {
  it('leaves the installed emulator and the logs', async () => {
    const places = await placesWith({
      'state/s3.json': '{}',
      'certificates/ca.pem': 'x',
      'deployed.json': '{}',
      'synced.json': '[]',
      'logs/emulator.log': 'x',
      'emulator/x': 'x',
    });
    await forgetEverything(places);
    const left = ['state', 'certificates', 'deployed.json', 'synced.json', 'logs', 'emulator'];
    expect(left.filter((name) => existsSync(join(places.home, name)))).toEqual([
      'logs',
      'emulator',
    ]);
  });
});
