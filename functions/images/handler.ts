import { config } from 'galley:theme';
import { SQSClient } from '@aws-sdk/client-sqs';
import { documentClient, objectClient } from '../shared/clients-store.ts';
import { dynamoCatalog } from '../shared/dynamo-catalog-store.ts';
import { eachMessage } from '../shared/each-message.ts';
import { requireEnv } from '../shared/env.ts';
import { env, content as layout } from '../shared/layout.ts';
import { type Recheck, rechecksOf } from '../shared/messages.ts';
import { sendAll } from '../shared/queue-store.ts';
import { s3Objects } from '../shared/s3-objects-store.ts';
import { widthsOf } from './original.ts';
import { type ImageParts, publishImage } from './publish-image.ts';
import { sharpEncoder } from './sharp-encoder.ts';

const storage = objectClient();
const queue = new SQSClient({});

const parts: ImageParts = {
  catalog: dynamoCatalog(documentClient(), requireEnv(env.catalogTable)),
  content: s3Objects(storage, requireEnv(env.contentBucket)),
  site: s3Objects(storage, requireEnv(env.siteBucket)),
  encoder: sharpEncoder,
  widths: widthsOf(config.image_sizes),
  toPurge: (message) => sendAll(queue, requireEnv(env.purgeQueue), [message]),
};

/** Beside the steps: an original was uploaded or deleted; bring the site's copies in line with it. */
export const handler = eachMessage(take);

async function take(body: string): Promise<void> {
  for (const changed of rechecksOf(body)) {
    if (isOriginal(changed)) await publishImage(parts, changed.key);
  }
}

/** S3 tests this queue as it does the one of ingest, with a message that is about the settings. */
function isOriginal(changed: Recheck): changed is { key: string } {
  return 'key' in changed && changed.key.startsWith(layout.images);
}
