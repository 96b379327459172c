import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { documentClient } from '../shared/clients-store.ts';
import { dynamoCatalog } from '../shared/dynamo-catalog-store.ts';
import { requireEnv } from '../shared/env.ts';
import { env } from '../shared/layout.ts';
import { sendAll } from '../shared/queue-store.ts';
import { changeOf } from './changes.ts';
import { type RouteParts, route } from './route.ts';

const queue = new SQSClient({});

const parts: RouteParts = {
  catalog: dynamoCatalog(documentClient(), requireEnv(env.catalogTable)),
  toRender: (messages) => sendAll(queue, requireEnv(env.renderQueue), messages),
  toIngest: (messages) => sendAll(queue, requireEnv(env.ingestQueue), messages),
  toImages: (messages) => sendAll(queue, requireEnv(env.imagesQueue), messages),
  toTimers: (messages) => sendAll(queue, requireEnv(env.timersQueue), messages),
};

type Image = Record<string, AttributeValue>;

/**
 * Step 3. Records changed: name the pages that show them. An error fails the whole batch: the event source
 * halves it until the culprit is alone, and sends that one to the dead-letter queue.
 */
export async function handler(event: DynamoDBStreamEvent): Promise<void> {
  const changes = event.Records.map(({ dynamodb }) =>
    changeOf({
      keys: plain(dynamodb?.Keys) ?? {},
      ...optional('before', plain(dynamodb?.OldImage)),
      ...optional('after', plain(dynamodb?.NewImage)),
    }),
  );
  await route(
    parts,
    changes.filter((change) => change !== undefined),
  );
}

function plain(image: unknown): Record<string, unknown> | undefined {
  return image ? unmarshall(image as Image) : undefined;
}

function optional<K extends string, V>(name: K, value: V | undefined) {
  return value === undefined ? {} : ({ [name]: value } as Record<K, V>);
}
