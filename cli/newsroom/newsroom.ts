import { LambdaClient } from '@aws-sdk/client-lambda';
import type { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Catalog } from '../../functions/shared/catalog.ts';
import { documentClient, objectClient } from '../../functions/shared/clients-store.ts';
import type { Comments } from '../../functions/shared/comments.ts';
import { dynamoCatalog } from '../../functions/shared/dynamo-catalog-store.ts';
import { dynamoComments } from '../../functions/shared/dynamo-comments-store.ts';
import type { Objects } from '../../functions/shared/objects.ts';
import { s3Objects } from '../../functions/shared/s3-objects-store.ts';
import { credentials, region } from '../local/environment.ts';
import type { Facts } from './facts.ts';

/** A deployed Galley as the commands use it. */
export type Newsroom = {
  facts: Facts;
  catalog: Catalog;
  comments: Comments;
  content: Objects;
  site: Objects;
  storage: S3Client;
  queues: SQSClient;
  lambda: LambdaClient;
};

/** @param endpoint of a local platform; without it, whatever the AWS SDK finds in the environment */
export function openNewsroom(facts: Facts, endpoint?: string): Newsroom {
  const config = endpoint ? { endpoint, region, credentials } : {};
  const documents = documentClient(config);
  const storage = objectClient(config);
  return {
    facts,
    catalog: dynamoCatalog(documents, facts.catalogTable),
    comments: dynamoComments(documents, facts.commentsTable, () => new Date()),
    content: s3Objects(storage, facts.contentBucket),
    site: s3Objects(storage, facts.siteBucket),
    storage,
    queues: new SQSClient(config),
    lambda: new LambdaClient(config),
  };
}
