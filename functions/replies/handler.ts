import { randomBytes } from 'node:crypto';
import { Logger } from '@aws-lambda-powertools/logger';
import { ulid } from 'ulid';
import { renderView, stylesheetHash } from '../render/theme/index.ts';
import { documentClient } from '../shared/clients-store.ts';
import { dynamoCatalog } from '../shared/dynamo-catalog-store.ts';
import { dynamoComments } from '../shared/dynamo-comments-store.ts';
import { dynamoSecrets } from '../shared/dynamo-secrets-store.ts';
import { requireEnv } from '../shared/env.ts';
import { env } from '../shared/layout.ts';
import { createApi } from './app.ts';

const logger = new Logger({ serviceName: 'replies' });
const database = documentClient();
const commentsTable = requireEnv(env.commentsTable);
const clock = () => new Date();

/** Step 2. The HTTP API: take a reply or a consent answer and store it. */
export const handler = createApi({
  catalog: dynamoCatalog(database, requireEnv(env.catalogTable)),
  comments: dynamoComments(database, commentsTable, clock),
  secrets: dynamoSecrets(database, commentsTable, () => randomBytes(32)),
  clock,
  newId: (at) => ulid(at.getTime()),
  theme: { renderView, stylesheetHash },
  failed(error, { method, path }) {
    // Not the body: what a reader typed is not for the log.
    logger.error('A request could not be answered', { error, method, path });
  },
});
