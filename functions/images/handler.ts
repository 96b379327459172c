import { config } from 'galley:theme';
import { SQSClient } from '@aws-sdk/client-sqs';
import { documentClient, objectClient } from '../shared/clients-store.ts';
import { dynamoCatalog } from '../shared/dynamo-catalog-store.ts';
import { eachMessage } from '../shared/each-message.ts';
import { requireEnv } from '../shared/env.ts';
import { imagesMessagesOf } from '../shared/images-messages.ts';
import { env } from '../shared/layout.ts';
import { sendAll } from '../shared/queue-store.ts';
import { s3Objects } from '../shared/s3-objects-store.ts';
import { drawShare } from './draw-share.ts';
import { type ImagesParts, images } from './images.ts';
import { widthsOf } from './original.ts';
import { sharpEncoder } from './sharp-encoder.ts';

const storage = objectClient();
const queue = new SQSClient({});

const parts: ImagesParts = {
  catalog: dynamoCatalog(documentClient(), requireEnv(env.catalogTable)),
  content: s3Objects(storage, requireEnv(env.contentBucket)),
  site: s3Objects(storage, requireEnv(env.siteBucket)),
  encoder: sharpEncoder,
  widths: widthsOf(config.image_sizes),
  drawShare,
  toImages: (messages) => sendAll(queue, requireEnv(env.imagesQueue), messages),
  toPurge: (message) => sendAll(queue, requireEnv(env.purgeQueue), [message]),
};

/**
 * Beside the steps: an original was uploaded or deleted, or what is drawn for an article changed; bring the site's files
 * in line with it.
 */
export const handler = eachMessage(take);

async function take(body: string): Promise<void> {
  for (const message of imagesMessagesOf(body)) await images(parts, message);
}
