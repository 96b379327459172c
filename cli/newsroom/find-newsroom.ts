import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { Failure } from '../failure.ts';
import { trust } from '../local/certificate.ts';
import { defaultPlaces } from '../local/places.ts';
import { runningPlatform } from '../local/platform-state.ts';
import { factsFromEnvironment, factsOf, type Outputs } from './facts.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

/**
 * The newsroom that a command is about: the stack it names, else the platform that runs on this machine, else what
 * the shell's variables name. A shell that points at another endpoint wins over the platform here.
 *
 * @param stack name of a deployed stack in the account that the shell's credentials open
 */
export async function findNewsroom(stack?: string): Promise<Newsroom> {
  if (stack) return openNewsroom(factsOf(await outputsOf(stack)));
  const here = await runningPlatform(defaultPlaces);
  const elsewhere = process.env.AWS_ENDPOINT_URL;
  if (here && (!elsewhere || elsewhere === here.endpoint)) {
    if (here.caFile) await trust(here.caFile);
    return openNewsroom(factsOf(here.outputs), here.endpoint);
  }
  const facts = factsFromEnvironment(process.env);
  if (facts) {
    if (process.env.AWS_CA_BUNDLE) await trust(process.env.AWS_CA_BUNDLE);
    return openNewsroom(facts);
  }
  throw notRunning();
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
