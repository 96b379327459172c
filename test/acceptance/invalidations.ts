import {
  CloudFrontClient,
  GetInvalidationCommand,
  ListInvalidationsCommand,
} from '@aws-sdk/client-cloudfront';
import { credentials, region } from '../../cli/local/environment.ts';
import { newsroom, platform } from './platform.ts';

const cdn = new CloudFrontClient({ endpoint: platform.endpoint, region, credentials });

/** All paths that the CDN was ever told to forget. */
export async function invalidatedPaths(): Promise<string[]> {
  const DistributionId = newsroom.facts.distributionId;
  const { InvalidationList } = await cdn.send(new ListInvalidationsCommand({ DistributionId }));
  const found = (InvalidationList?.Items ?? []).map(async ({ Id }) => {
    const { Invalidation } = await cdn.send(new GetInvalidationCommand({ DistributionId, Id }));
    return Invalidation?.InvalidationBatch?.Paths?.Items ?? [];
  });
  return (await Promise.all(found)).flat();
}
