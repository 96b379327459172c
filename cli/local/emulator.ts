import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '../failure.ts';
import type { Certificate } from './certificate.ts';
import { neutralEnvironment } from './environment.ts';
import type { Places } from './places.ts';
import { killGroup } from './run.ts';

export type Emulator = {
  endpoint: string;
  pid: number;
  /** Resolves when the emulator has ended, wanted or not. */
  ended: Promise<void>;
  /** Saves the state and ends the emulator with every Lambda worker it started. */
  stop(): Promise<void>;
};

/**
 * Starts the emulator and waits until it answers. IAM is enforced, TLS is on, nothing but 127.0.0.1 listens.
 *
 * Through hypercorn and not `python -m ministack`, because the latter also takes port 443 when it may, and
 * without hypercorn's worker process (`--workers 0`), so that there is one process to end.
 */
export async function startEmulator(
  python: string,
  certificate: Certificate,
  places: Places,
  port: number,
  signal?: AbortSignal,
): Promise<Emulator> {
  const logFile = join(places.logs, 'emulator.log');
  const log = await open(logFile, 'w');
  const address = `127.0.0.1:${port}`;
  const tls = ['--certfile', certificate.certificate, '--keyfile', certificate.key];
  const app = `${join(import.meta.dirname, 'emulator.py')}:app`;
  const server = ['-m', 'hypercorn', app, '--bind', address, '--workers', '0'];
  const child = spawn(python, [...server, ...tls, '--keep-alive', '75'], {
    env: { ...neutralEnvironment(), ...settings(certificate, places, port) },
    // It ends when this pipe closes, so that it does not outlive a crash or a kill of ours.
    stdio: ['pipe', log.fd, log.fd],
    // A group of its own: Ctrl-C must not reach it before we have finished with it, and its Lambda workers end with it.
    detached: true,
  });
  await log.close();
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const emulator: Emulator = {
    endpoint: `https://${address}`,
    pid: child.pid ?? 0,
    ended,
    stop: () => stop(child, ended),
  };
  try {
    await untilReady(emulator.endpoint, child, signal);
  } catch (error) {
    await emulator.stop();
    if (signal?.aborted) throw error;
    const text = await readFile(logFile, 'utf8');
    throw new Failure('The emulator did not start.', {
      where: `${text.trimEnd().split('\n').slice(-12).join('\n')}\n  All of it: ${logFile}`,
      advice:
        'If the state from an earlier run is broken, "npm start -- --fresh" starts from nothing.',
      cause: error,
    });
  }
  return emulator;
}

function settings(certificate: Certificate, places: Places, port: number) {
  return {
    PYTHONPATH: places.install,
    PYTHONDONTWRITEBYTECODE: undefined,
    AUTH: 'true',
    USE_SSL: '1',
    MINISTACK_SSL_CERT: certificate.certificate,
    MINISTACK_SSL_KEY: certificate.key,
    NODE_EXTRA_CA_CERTS: certificate.ca,
    // Queue addresses carry this name, and the SDK sends to a queue's address instead of the endpoint.
    MINISTACK_HOST: '127.0.0.1',
    GATEWAY_PORT: String(port),
    PERSIST_STATE: '1',
    STATE_DIR: places.state,
    S3_PERSIST: '1',
    S3_DATA_DIR: join(places.state, 's3'),
    IOT_MTLS_ENABLED: '0',
    SFTP_ENABLED: '0',
    LOG_LEVEL: 'INFO',
  };
}

async function untilReady(endpoint: string, child: ChildProcess, signal?: AbortSignal) {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    signal?.throwIfAborted();
    if (child.exitCode !== null || child.pid === undefined) throw new Error('it ended at once');
    if (await answers(endpoint)) return;
    await delay(100);
  }
  throw new Error('it did not answer within a minute');
}

/** Whether an emulator with our certificate listens there. */
export async function answers(endpoint: string): Promise<boolean> {
  return fetch(`${endpoint}/_ministack/health`, { signal: AbortSignal.timeout(2000) }).then(
    (response) => response.ok,
    () => false,
  );
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.pid === undefined) return;
  // First only the emulator, which saves its state and asks its workers to end; then whoever is left.
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  await Promise.race([ended, delay(15_000, undefined, { ref: false })]);
  killGroup(child.pid, 'SIGKILL');
  await ended;
}
