import { randomBytes, randomUUID } from 'node:crypto';
import { CreateTableCommand, DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { credentials, region } from '../../cli/local/environment.ts';
import { documentClient } from '../../functions/shared/clients-store.ts';
import { dynamoCatalog } from '../../functions/shared/dynamo-catalog-store.ts';
import { dynamoComments } from '../../functions/shared/dynamo-comments-store.ts';
import { dynamoSecrets } from '../../functions/shared/dynamo-secrets-store.ts';
import { catalogContract } from '../functions/shared/catalog-contract.ts';
import { commentsContract } from '../functions/shared/comments-contract.ts';
import { objectsContract } from '../functions/shared/objects-contract.ts';
import { secretsContract } from '../functions/shared/secrets-contract.ts';
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
const secretsIn = (client: typeof documents) =>
  dynamoSecrets(client, newsroom.facts.commentsTable, () => randomBytes(32));
secretsContract('secrets in the comments table', () => secretsIn(documents));

it('a secret stays what it is for whoever was about to make it too', async () => {
  const name = randomUUID();
  let made: Promise<Uint8Array> | undefined;
  const late = Object.create(documents, {
    send: {
      value: async (command: Parameters<typeof documents.send>[0]) => {
        if (command instanceof PutCommand) {
          made = secretsIn(documents).named(name);
          await made;
        }
        return documents.send(command);
      },
    },
  });
  const seen = await secretsIn(late).named(name);
  expect(made).toBeDefined();
  expect([...seen]).toEqual([...((await made) ?? [])]);
});

catalogContract('a catalog in DynamoDB', () => dynamoCatalog(documents, catalogTable));
objectsContract('the content bucket', () => newsroom.content);
