import { mkdir } from 'node:fs/promises';
import { Failure } from '../failure.ts';
import { factsOf, type Outputs } from '../newsroom/facts.ts';
import { type Newsroom, openNewsroom } from '../newsroom/newsroom.ts';
import type { Progress } from '../progress.ts';
import { ensureCertificate, trust } from './certificate.ts';
import {
  bootstrap,
  type DeployOptions,
  deploy,
  fingerprint,
  readDeployed,
  synthesize,
  type Target,
  writeDeployed,
} from './deploy.ts';
import { type Emulator, startEmulator } from './emulator.ts';
import { installEmulator } from './emulator-install.ts';
import type { Places } from './places.ts';
import { emulatorVersion } from './places.ts';
import { forgetPlatformState, writePlatformState } from './platform-state.ts';
import { startProxy } from './proxy.ts';
import { findPython } from './python.ts';
import { forgetEverything, rememberedPort, settleEarlierRun } from './state.ts';

export type BootOptions = {
  places: Places;
  /** Of the public address; 0 for any. */
  port: number;
  fresh: boolean;
  progress: Progress;
  signal?: AbortSignal | undefined;
  /** Use this one instead of an emulator of our own. */
  endpoint?: string | undefined;
};

export type Platform = {
  url: string;
  endpoint: string;
  caFile?: string;
  outputs: Outputs;
  newsroom: Newsroom;
  /** The stack was deployed now, over an older one: pages may look otherwise. */
  redeployed: boolean;
  /** The run before ended without saving. */
  lost: boolean;
  /** Resolves when the emulator ends by itself. */
  ended: Promise<void>;
  close(): Promise<void>;
};

/**
 * Brings up the real stack on this machine: emulator, account, stack, public address.
 *
 * Everything that was started is ended again when a step fails or the signal aborts.
 */
export async function boot(options: BootOptions): Promise<Platform> {
  const { places } = options;
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const lost = await settleEarlierRun(places);
    // First of all, because a port in use is the most frequent trouble and the stack must know its address.
    const proxy = await startProxy(options.port);
    closers.push(proxy.close);
    if (options.fresh) await forgetEverything(places);
    await mkdir(places.logs, { recursive: true });
    const url = `http://localhost:${proxy.port}`;
    const { target, emulator } = options.endpoint
      ? { target: foreign(options.endpoint), emulator: undefined }
      : await emulate(options);
    if (emulator) closers.push(emulator.stop);
    const state = { pid: process.pid, url, ...target, outputs: {} };
    const ours = emulator ? { emulator: emulator.pid } : {};
    await writePlatformState(places, { ...state, ...ours });
    closers.unshift(() => forgetPlatformState(places));
    const { outputs, redeployed } = await bringStack(target, url, options);
    await writePlatformState(places, { ...state, ...ours, outputs });
    proxy.open({
      endpoint: target.endpoint,
      distributionDomain: outputs.DistributionDomain ?? '',
      apiId: outputs.ApiId ?? '',
    });
    const newsroom = openNewsroom({ ...factsOf(outputs), siteUrl: url }, target.endpoint);
    const ended = emulator?.ended ?? new Promise<void>(() => {});
    return { url, ...target, outputs, newsroom, redeployed, lost, ended, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function emulate({
  places,
  progress,
  signal,
}: BootOptions): Promise<{ target: Target; emulator: Emulator }> {
  const python = await progress.step('Find Python', async (note) => {
    const found = await findPython();
    note(found.version);
    return found.path;
  });
  await progress.step('Install the emulator', async (note) => {
    note(`ministack ${emulatorVersion}`);
    const installed = await installEmulator(python, places, signal);
    if (!installed) note(`ministack ${emulatorVersion} is there`);
  });
  return progress.step('Start the emulator', async (note) => {
    const certificate = await ensureCertificate(python, places, new Date());
    await trust(certificate.ca);
    const port = await rememberedPort(places);
    const emulator = await startEmulator(python, certificate, places, port, signal);
    note(emulator.endpoint);
    return { target: { endpoint: emulator.endpoint, caFile: certificate.ca }, emulator };
  });
}

/** Deploys the stack unless this very one is there already. */
async function bringStack(target: Target, siteUrl: string, options: BootOptions) {
  const { places, progress, signal } = options;
  const deployed = options.fresh ? undefined : await readDeployed(places);
  const wanted = await fingerprint(siteUrl, target.endpoint);
  if (deployed?.fingerprint === wanted && (await isThere(deployed.outputs, target))) {
    await progress.step('Deploy the stack', async (note) => note('unchanged'));
    return { outputs: deployed.outputs, redeployed: false };
  }
  const parts = { places, siteUrl, signal };
  await progress.step('Build the stack', () => buildAndPrepare(target, parts));
  const outputs = await progress.step('Deploy the stack', (note) => {
    let resources = 0;
    const onLine = (line: string) => {
      if (/\| (CREATE|UPDATE)_COMPLETE\b/.test(line)) note(`${++resources} resources`);
    };
    return deploy(target, { ...parts, onLine });
  });
  await writeDeployed(places, { fingerprint: wanted, outputs });
  return { outputs, redeployed: deployed !== undefined };
}

/** Two things that do not need each other and take as long: one of them failing ends the other. */
async function buildAndPrepare(target: Target, parts: DeployOptions): Promise<void> {
  const failed = new AbortController();
  const signal = AbortSignal.any([failed.signal, ...(parts.signal ? [parts.signal] : [])]);
  const work = [synthesize({ ...parts, signal }), bootstrap(target, { ...parts, signal })];
  for (const each of work) each.catch((error) => failed.abort(error));
  await Promise.allSettled(work);
  signal.throwIfAborted();
}

/** The emulator's state may have been lost, while our note of the deployment was not. */
async function isThere(outputs: Outputs, { endpoint }: Target): Promise<boolean> {
  const newsroom = openNewsroom(factsOf(outputs), endpoint);
  return newsroom.catalog.settings().then(
    () => true,
    () => false,
  );
}

function foreign(endpoint: string): Target {
  if (!URL.canParse(endpoint)) {
    throw new Failure(`AWS_ENDPOINT_URL is no address: ${endpoint}`, {
      advice: 'Correct it, or unset it to let Galley start its own emulator.',
    });
  }
  const caFile = process.env.AWS_CA_BUNDLE ?? process.env.NODE_EXTRA_CA_CERTS;
  return { endpoint, ...(caFile ? { caFile } : {}) };
}
