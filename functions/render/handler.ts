import { SQSClient } from '@aws-sdk/client-sqs';
import { documentClient, objectClient } from '../shared/clients-store.ts';
import { dynamoCatalog } from '../shared/dynamo-catalog-store.ts';
import { dynamoComments } from '../shared/dynamo-comments-store.ts';
import { eachMessage } from '../shared/each-message.ts';
import { requireEnv } from '../shared/env.ts';
import { keepingVersions } from '../shared/kept-versions.ts';
import { env } from '../shared/layout.ts';
import { renderMessageOf } from '../shared/messages.ts';
import { sendAll } from '../shared/queue-store.ts';
import { s3Objects } from '../shared/s3-objects-store.ts';
import { type RenderParts, render } from './render.ts';

const database = documentClient();
const storage = objectClient();
const queue = new SQSClient({});

/** Texts of thousands of articles, in a function of 512 MB. */
const keptBytes = 32 * 1024 * 1024;

const parts: RenderParts = {
  catalog: dynamoCatalog(database, requireEnv(env.catalogTable)),
  comments: dynamoComments(database, requireEnv(env.commentsTable), () => new Date()),
  content: keepingVersions(s3Objects(storage, requireEnv(env.contentBucket)), keptBytes),
  site: s3Objects(storage, requireEnv(env.siteBucket)),
  siteUrl: requireEnv(env.siteUrl),
  toPurge: (message) => sendAll(queue, requireEnv(env.purgeQueue), [message]),
  toRender: (messages) => sendAll(queue, requireEnv(env.renderQueue), messages),
};

/** Step 4. A page name came in: read what it shows, render it, write it if it differs. */
export const handler = eachMessage(take);

async function take(body: string): Promise<void> {
  await render(parts, renderMessageOf(body));
}
