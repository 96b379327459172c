import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Outputs } from '../newsroom/facts.ts';
import { awsVariables, neutralEnvironment } from './environment.ts';
import { filesIn } from './files.ts';
import { emulatorVersion, type Places, projectRoot } from './places.ts';
import { run } from './run.ts';

const stackName = 'Galley';
const account = 'aws://000000000000/us-east-1';

export type Target = { endpoint: string; caFile?: string };

export type DeployOptions = {
  places: Places;
  siteUrl: string;
  signal?: AbortSignal | undefined;
  onLine?: (line: string) => void;
};

/** Bundles the functions and synthesizes the stack, the same one that `cdk deploy` brings to AWS. */
export async function synthesize({ places, siteUrl, signal }: DeployOptions): Promise<void> {
  await run('cdk', ['synth', '--quiet', '--output', assembly(places), ...quiet], {
    doing: 'Building the stack',
    log: join(places.logs, 'synth.log'),
    cwd: projectRoot,
    env: {
      ...neutralEnvironment(),
      ...cdkVariables,
      GALLEY_STAGE: 'local',
      GALLEY_SITE_URL: siteUrl,
    },
    signal,
    advice: 'Correct what the last lines name. "npm run synth" does the same step alone.',
  });
}

/**
 * Prepares the account for the CDK: the bucket and roles that a deployment goes through. In a folder without a
 * cdk.json, where the CDK would else build the stack for this too, into a folder that only one may write to.
 */
export async function bootstrap(target: Target, options: DeployOptions): Promise<void> {
  const args = ['bootstrap', account, ...quiet];
  const how = { ...options, cwd: options.places.home };
  await cdk(args, target, 'Preparing the account', 'bootstrap.log', how);
}

/** Deploys what `synthesize` made. @returns the stack's outputs */
export async function deploy(target: Target, options: DeployOptions): Promise<Outputs> {
  const file = join(options.places.home, 'outputs.json');
  // It is built already; without this the CDK would run cdk.json's build once more.
  const how = ['--app', assembly(options.places), '--build', '', '--require-approval', 'never'];
  const speed = ['--method', 'direct', '--progress', 'events', '--asset-parallelism'];
  const args = ['deploy', stackName, ...how, ...speed, '--outputs-file', file, ...quiet];
  await cdk(args, target, 'Deploying the stack', 'deploy.log', options);
  const outputs = JSON.parse(await readFile(file, 'utf8')) as Record<string, Outputs>;
  return outputs[stackName] ?? {};
}

/**
 * A hash over all that goes into the stack. An unchanged one, with the emulator's state still there, makes a
 * deployment unnecessary.
 */
export async function fingerprint(siteUrl: string, endpoint: string): Promise<string> {
  const hash = createHash('sha256').update(`${emulatorVersion} ${siteUrl} ${endpoint}`);
  const folders = ['infra', 'functions', 'templates'].map((name) => join(projectRoot, name));
  const files = ['cdk.json', 'package-lock.json'].map((name) => join(projectRoot, name));
  const inFolders = (await Promise.all(folders.map(filesIn))).flat();
  for (const path of [...inFolders, ...files]) hash.update(path).update(await readFile(path));
  return hash.digest('hex');
}

export type Deployed = { fingerprint: string; outputs: Outputs };

export async function readDeployed(places: Places): Promise<Deployed | undefined> {
  const text = await readFile(join(places.home, 'deployed.json'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Deployed);
}

export async function writeDeployed(places: Places, deployed: Deployed): Promise<void> {
  await writeFile(join(places.home, 'deployed.json'), JSON.stringify(deployed, undefined, 2));
}

/** Nobody is asked anything and nothing but the endpoint is called. */
const quiet = ['--no-notices', '--no-color', '--ci'];
const cdkVariables = { CDK_DISABLE_VERSION_CHECK: 'true', CDK_DISABLE_CLI_TELEMETRY: 'true' };

function assembly(places: Places): string {
  return join(places.home, 'cdk.out');
}

async function cdk(
  args: string[],
  { endpoint, caFile }: Target,
  doing: string,
  log: string,
  { places, signal, onLine, cwd = projectRoot }: DeployOptions & { cwd?: string },
): Promise<void> {
  await run('cdk', args, {
    doing,
    log: join(places.logs, log),
    cwd,
    env: { ...neutralEnvironment(), ...cdkVariables, ...awsVariables(endpoint, caFile) },
    signal,
    ...(onLine ? { onLine } : {}),
    advice:
      'Correct what the last lines name and start again; "npm start -- --fresh" forgets the local state.',
  });
}
