import { Stack, Validations } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Step } from './step.ts';

/**
 * Lets a step do something with the objects of some prefixes, and nothing outside them.
 *
 * @param keys prefixes, ending in a slash, and single keys
 */
export function allowObjects(step: Step, bucket: Bucket, actions: string[], keys: string[]): void {
  const patterns = keys.map(patternOf);
  for (const pattern of patterns) acknowledgePattern(step, bucket, pattern);
  const resources = patterns.map((pattern) => bucket.arnForObjects(pattern));
  step.allow([new PolicyStatement({ actions, resources })], {});
}

/** Takes objects out of what the step was given with `allowObjects`. */
export function denyObjects(step: Step, bucket: Bucket, actions: string[], keys: string[]): void {
  const resources = keys.map((key) => bucket.arnForObjects(patternOf(key)));
  step.allow([new PolicyStatement({ effect: Effect.DENY, actions, resources })], {});
}

/**
 * Lets a step list the keys of some prefixes. Needed by everybody who reads, because S3 calls an object that is
 * not there `403` to those who may not list.
 *
 * `IfExists`, because that question comes with a read, and a read carries no prefix (S3 User Guide, "GetObject",
 * permissions).
 */
export function allowListing(step: Step, bucket: Bucket, actions: string[], keys: string[]): void {
  const statement = new PolicyStatement({
    actions,
    resources: [bucket.bucketArn],
    conditions: { StringLikeIfExists: { 's3:prefix': keys.map(patternOf) } },
  });
  step.allow([statement], {});
}

function patternOf(key: string): string {
  return key === '' || key.endsWith('/') ? `${key}*` : key;
}

function acknowledgePattern(step: Step, bucket: Bucket, pattern: string): void {
  if (!pattern.endsWith('*')) return;
  const owner = bucket.node.defaultChild as Parameters<Stack['getLogicalId']>[0];
  const resource = `<${Stack.of(bucket).getLogicalId(owner)}.Arn>/${pattern}`;
  Validations.of(step).acknowledge({
    id: `AwsSolutions-IAM5[Resource::${resource}]`,
    reason:
      'Which files an author uploads, and so which pages there are, is not known when deploying.',
  });
}
