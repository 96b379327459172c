import { Logger } from '@aws-lambda-powertools/logger';
import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { requireEnv } from '../shared/env.ts';
import { env } from '../shared/layout.ts';
import { invalidationOf } from './invalidation.ts';

const cdn = new CloudFrontClient({});
const distribution = requireEnv(env.distributionId);
const logger = new Logger();

/** Beside the steps: something disappeared from the site; make the CDN forget it, a whole batch at a time. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const { paths, reference, refused } = invalidationOf(event.Records);
  if (refused.length > 0) logger.error('messages that name no paths', { refused });
  if (paths.length > 0) {
    await cdn.send(
      new CreateInvalidationCommand({
        DistributionId: distribution,
        InvalidationBatch: {
          CallerReference: reference,
          Paths: { Quantity: paths.length, Items: paths },
        },
      }),
    );
    logger.info('invalidated', { paths });
  }
  return { batchItemFailures: refused.map((itemIdentifier) => ({ itemIdentifier })) };
}
