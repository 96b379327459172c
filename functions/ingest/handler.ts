import { randomBytes } from 'node:crypto';
import { SQSClient } from '@aws-sdk/client-sqs';
import { documentClient, objectClient } from '../shared/clients-store.ts';
import { dynamoCatalog } from '../shared/dynamo-catalog-store.ts';
import { dynamoComments } from '../shared/dynamo-comments-store.ts';
import { eachMessage } from '../shared/each-message.ts';
import { requireEnv } from '../shared/env.ts';
import { env } from '../shared/layout.ts';
import { rechecksOf } from '../shared/messages.ts';
import { sendAll } from '../shared/queue-store.ts';
import { s3Objects } from '../shared/s3-objects-store.ts';
import { type IngestParts, ingest } from './ingest.ts';

const database = documentClient();
const queue = new SQSClient({});

const parts: IngestParts = {
  content: s3Objects(objectClient(), requireEnv(env.contentBucket)),
  catalog: dynamoCatalog(database, requireEnv(env.catalogTable)),
  comments: dynamoComments(database, requireEnv(env.commentsTable), () => new Date()),
  toIngest: (messages) => sendAll(queue, requireEnv(env.ingestQueue), messages),
  toTimers: (messages) => sendAll(queue, requireEnv(env.timersQueue), messages),
  now: () => new Date(),
  secret: () => randomBytes(32),
  siteUrl: requireEnv(env.siteUrl),
};

/** Step 1. An object in the content bucket changed: check it and bring the catalog in line with it. */
export const handler = eachMessage(take);

async function take(body: string, quiet: boolean): Promise<void> {
  for (const changed of rechecksOf(body)) await ingest({ ...parts, quiet }, changed);
}
