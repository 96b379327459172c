import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { requireEnv } from '../shared/env.ts';
import { env } from '../shared/layout.ts';
import type { RebuildInput } from '../shared/rebuild.ts';
import { answerTo, inputOf, type ResourceRequest, runOf } from './custom-resource.ts';

const client = new SFNClient({});
const machine = requireEnv(env.rebuildMachine);

/**
 * Beside the steps: the stack was deployed, and what pages are made with is another; start a rebuild. An error after
 * the answer makes Lambda try again, twice, and rings an alarm.
 */
export async function handler(request: ResourceRequest): Promise<void> {
  const input = inputOf(request);
  let trouble: unknown;
  if (input) {
    await start(runOf(request), input).catch((error: unknown) => {
      trouble = error;
    });
  }
  await answer(request);
  if (trouble) throw trouble;
}

async function start(name: string, input: RebuildInput): Promise<void> {
  const wanted = { stateMachineArn: machine, name, input: JSON.stringify(input) };
  try {
    await client.send(new StartExecutionCommand(wanted));
  } catch (error) {
    if (!(error instanceof ExecutionAlreadyExists)) throw error;
  }
}

/** The address is signed for a request without a content type. */
async function answer(request: ResourceRequest): Promise<void> {
  const body = answerTo(request);
  const init = { method: 'PUT', body, headers: { 'content-type': '' } };
  const { ok, status } = await fetch(request.ResponseURL, init);
  if (!ok) throw new Error(`CloudFormation did not take the answer: ${status}`);
}
