import { credentials, region } from '../../cli/local/environment.ts';
import { documentClient } from '../../functions/shared/clients-store.ts';
import { dynamoComments } from '../../functions/shared/dynamo-comments-store.ts';
import { commentsContract } from '../functions/shared/comments-contract.ts';
import { newsroom, platform } from './platform.ts';

const client = documentClient({ endpoint: platform.endpoint, region, credentials });

commentsContract('the comments table', (clock) =>
  dynamoComments(client, newsroom.facts.commentsTable, clock),
);
