import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SQSClient } from '@aws-sdk/client-sqs';
import { documentClient } from '../shared/clients-store.ts';
import { dynamoCatalog } from '../shared/dynamo-catalog-store.ts';
import { eachMessage } from '../shared/each-message.ts';
import { requireEnv } from '../shared/env.ts';
import { env } from '../shared/layout.ts';
import { timersMessageOf } from '../shared/messages.ts';
import { sendLater } from '../shared/queue-store.ts';
import { keepTimer, type TimerParts } from './keep-timer.ts';
import { schedulerTimers } from './scheduler-store.ts';

const queue = new SQSClient({});

const parts: TimerParts = {
  catalog: dynamoCatalog(documentClient(), requireEnv(env.catalogTable)),
  timers: schedulerTimers(new SchedulerClient({}), {
    group: requireEnv(env.timersGroup),
    target: requireEnv(env.timersTarget),
    role: requireEnv(env.timersRole),
  }),
  toIngestLater: (message, seconds) =>
    sendLater(queue, requireEnv(env.ingestQueue), message, seconds),
  now: () => new Date(),
};

/** Beside the steps: time alone will change what is at an address; have ingest look at it then. */
export const handler = eachMessage(take);

async function take(body: string): Promise<void> {
  await keepTimer(parts, timersMessageOf(body));
}
