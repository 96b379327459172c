import { CreateTableCommand, DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import { credentials, region } from '../../cli/local/environment.ts';
import { documentClient } from '../../functions/shared/clients-store.ts';
import { dynamoCatalog } from '../../functions/shared/dynamo-catalog-store.ts';
import { dynamoComments } from '../../functions/shared/dynamo-comments-store.ts';
import { catalogContract } from '../functions/shared/catalog-contract.ts';
import { commentsContract } from '../functions/shared/comments-contract.ts';
import { objectsContract } from '../functions/shared/objects-contract.ts';
import { freshName } from './articles.ts';
import { newsroom, platform } from './platform.ts';

const config = { endpoint: platform.endpoint, region, credentials };
const database = new DynamoDBClient(config);
const documents = documentClient(config);

/** Its own, because records in the stack's catalog would become pages. */
const catalogTable = `contract-${freshName()}`;

beforeAll(async () => {
  await database.send(
    new CreateTableCommand({
      TableName: catalogTable,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    }),
  );
});

afterAll(async () => {
  await database.send(new DeleteTableCommand({ TableName: catalogTable }));
});

commentsContract('the comments table', (clock) =>
  dynamoComments(documents, newsroom.facts.commentsTable, clock),
);
catalogContract('a catalog in DynamoDB', () => dynamoCatalog(documents, catalogTable));
objectsContract('the content bucket', () => newsroom.content);
