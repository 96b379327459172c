import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { env } from '../../functions/shared/layout.ts';
import { Failure } from '../failure.ts';
import { trust } from '../local/certificate.ts';
import { defaultPlaces } from '../local/places.ts';
import { type PlatformState, runningPlatform } from '../local/platform-state.ts';
import { terminal } from '../terminal.ts';
import { type Facts, factsFromEnvironment, factsOf, type Outputs } from './facts.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

/** Where a command looks: the platform on this machine, or what the shell's variables name beside it. */
export type Place = { platform: PlatformState } | { facts: Facts; beside?: PlatformState };

/**
 * The newsroom that a command is about: the stack it names, else what the shell's variables name, else the platform
 * that runs on this machine.
 *
 * @param stack name of a deployed stack in the account that the shell's credentials open
 */
export async function findNewsroom(stack?: string): Promise<Newsroom> {
  if (stack) return openNewsroom(factsOf(await outputsOf(stack)));
  const place = placeFor(process.env, await runningPlatform(defaultPlaces));
  if ('platform' in place) {
    const { caFile, endpoint, outputs } = place.platform;
    if (caFile) await trust(caFile);
    return openNewsroom(factsOf(outputs), endpoint);
  }
  if (process.env.AWS_CA_BUNDLE) await trust(process.env.AWS_CA_BUNDLE);
  // Somebody who forgot what is in this shell must not approve replies on the wrong site unawares.
  if (place.beside) {
    terminal.say(
      `At ${place.facts.siteUrl}, which this shell names, not at ${place.beside.url} here.`,
    );
  }
  return openNewsroom(place.facts);
}

/**
 * The shell wins over the platform here, but not with what it has from "npx galley env": that may be of an earlier
 * run, on another port and with other names.
 *
 * @throws Failure when there is neither, or when the one here is not ready
 */
export function placeFor(variables: NodeJS.ProcessEnv, here: PlatformState | undefined): Place {
  if (here && !namesAnother(variables, here)) return { platform: ready(here) };
  const facts = factsFromEnvironment(variables);
  if (facts) return { facts, ...(here && { beside: here }) };
  throw notRunning();
}

function namesAnother(variables: NodeJS.ProcessEnv, here: PlatformState): boolean {
  const { AWS_ENDPOINT_URL: endpoint, GALLEY_LOCAL_ENDPOINT: own } = variables;
  if (endpoint) return endpoint !== here.endpoint && endpoint !== own;
  const bucket = variables[env.contentBucket];
  return bucket !== undefined && bucket !== '' && bucket !== here.outputs.ContentBucket;
}

/** @throws Failure while the stack is being deployed */
export function ready(here: PlatformState): PlatformState {
  if (Object.keys(here.outputs).length > 0) return here;
  throw new Failure('Galley is still starting here.', {
    advice: 'Try again when "npm start" says that it is live.',
  });
}

export function notRunning(): Failure {
  return new Failure('No newsroom is running here, and the shell names none.', {
    advice:
      'Start one with "npm start", or name a deployed stack: --stack Galley (with credentials of its account).',
  });
}

/** @throws Failure when there is no such stack in the account and region */
export async function outputsOf(stack: string): Promise<Outputs> {
  const client = new CloudFormationClient({});
  const answer = await client
    .send(new DescribeStacksCommand({ StackName: stack }))
    .catch((cause: Error) => {
      throw new Failure(`The stack ${stack} could not be read: ${cause.message}`, {
        advice: 'Check the name, the region (AWS_REGION) and the credentials.',
        cause,
      });
    });
  const outputs = answer.Stacks?.[0]?.Outputs ?? [];
  return Object.fromEntries(
    outputs.map(({ OutputKey, OutputValue }) => [OutputKey ?? '', OutputValue ?? '']),
  );
}
