import { LambdaClient } from '@aws-sdk/client-lambda';
import { DeleteObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Catalog } from '../../functions/shared/catalog.ts';
import { documentClient, objectClient } from '../../functions/shared/clients-store.ts';
import type { Comments } from '../../functions/shared/comments.ts';
import { dynamoCatalog } from '../../functions/shared/dynamo-catalog-store.ts';
import { dynamoComments } from '../../functions/shared/dynamo-comments-store.ts';
import type { Recheck, RenderMessage } from '../../functions/shared/messages.ts';
import type { NewObject, Objects } from '../../functions/shared/objects.ts';
import { sendAll } from '../../functions/shared/queue-store.ts';
import { putInput, s3Objects } from '../../functions/shared/s3-objects-store.ts';
import { credentials, region } from '../local/environment.ts';
import type { Facts, StackFacts } from './facts.ts';
import { countEach, countWaiting } from './queues.ts';
import { type Runs, rebuildRuns } from './rebuild-runs.ts';

/** What the commands need of a newsroom, deployed or in memory. */
export type Desk = {
  facts: Pick<Facts, 'siteUrl'>;
  catalog: Catalog;
  comments: Comments;
  content: Objects;
  site: Objects;
  /** Puts a file into the content bucket, whatever is there. @returns the version that was stored */
  put(key: string, object: NewObject): Promise<string>;
  /** Deletes a file of the content bucket; its versions stay. */
  remove(key: string): Promise<void>;
  /** Asks the ingest step or the images step to look again, or the render step for pages. */
  ask: {
    ingest(messages: Recheck[]): Promise<void>;
    images(messages: Recheck[]): Promise<void>;
    render(messages: RenderMessage[]): Promise<void>;
  };
  /** Messages that wait for a step or are being worked on, as far as SQS knows. */
  waiting(): Promise<number>;
  /** Messages that were given up, by queue. Missing where the queues are not known. */
  deadLetters?(): Promise<Record<string, number>>;
};

/** A deployed Galley, with the clients that reach it. */
export type Newsroom = Desk & {
  facts: Facts;
  storage: S3Client;
  queues: SQSClient;
  lambda: LambdaClient;
  /** Of the rebuild. */
  runs: Runs;
};

/** @param endpoint of a local platform; without it, whatever the AWS SDK finds in the environment */
export function openNewsroom(facts: StackFacts, endpoint?: string): Newsroom {
  const config = endpoint ? { endpoint, region, credentials } : {};
  const documents = documentClient(config);
  const storage = objectClient(config);
  const queues = new SQSClient(config);
  const { contentBucket, ingestQueue, imagesQueue, renderQueue } = facts;
  return {
    facts,
    catalog: dynamoCatalog(documents, facts.catalogTable),
    comments: dynamoComments(documents, facts.commentsTable, () => new Date()),
    content: s3Objects(storage, contentBucket),
    site: s3Objects(storage, facts.siteBucket),
    async put(key, object) {
      const input = putInput(contentBucket, key, object);
      const { VersionId } = await storage.send(new PutObjectCommand(input));
      return VersionId ?? 'null';
    },
    async remove(key) {
      await storage.send(new DeleteObjectCommand({ Bucket: contentBucket, Key: key }));
    },
    ask: {
      ingest: (messages) => sendAll(queues, ingestQueue, messages),
      images: (messages) => sendAll(queues, imagesQueue, messages),
      render: (messages) => sendAll(queues, renderQueue, messages),
    },
    waiting: () => countWaiting(queues, [ingestQueue, imagesQueue, renderQueue]),
    ...(facts.deadLetters ? { deadLetters: () => countEach(queues, facts.deadLetters ?? {}) } : {}),
    storage,
    queues,
    lambda: new LambdaClient(config),
    runs: rebuildRuns(new SFNClient(config), facts.rebuildMachine),
  };
}
