import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { stages } from '../../infra/config.ts';
import { galley, galleyTemplate, type Resource, resourcesOf } from './galley.ts';

const buckets = Object.entries(resourcesOf('AWS::S3::Bucket'));
const policies = Object.values(resourcesOf('AWS::S3::BucketPolicy'));

describe.each(buckets)('bucket %s', (id, bucket) => {
  it('is private', () => {
    expect(bucket.Properties.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
  });

  it('is encrypted', () => {
    const [rule] = bucket.Properties.BucketEncryption.ServerSideEncryptionConfiguration;
    expect(rule.ServerSideEncryptionByDefault.SSEAlgorithm).toBe('AES256');
  });

  it('answers over TLS only', () => {
    const policy = policies.find(({ Properties }) => Properties.Bucket.Ref === id);
    expect(policy?.Properties.PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: 's3:*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  });
});

describe('the two truths', () => {
  it('survive the stack in production', () => {
    expect(content().DeletionPolicy).toBe('Retain');
    expect(comments().DeletionPolicy).toBe('Retain');
    expect(comments().Properties.DeletionProtectionEnabled).toBe(true);
    expect(galley().stack.terminationProtection).toBe(true);
  });

  it('keep every version of a file', () => {
    expect(content().Properties.VersioningConfiguration).toEqual({ Status: 'Enabled' });
  });

  it('can restore the comments to any second', () => {
    expect(comments().Properties.PointInTimeRecoverySpecification).toEqual({
      PointInTimeRecoveryEnabled: true,
    });
  });

  it('go with the stack on a laptop', () => {
    const local = Template.fromStack(galley({}, stages.local).stack);
    const policies = Object.values(resourcesOf('AWS::S3::Bucket', local));
    expect(policies.map((bucket) => bucket.DeletionPolicy)).toEqual(['Delete', 'Delete']);
  });
});

describe('tables', () => {
  it('tell what changed, before and after', () => {
    for (const table of Object.values(resourcesOf('AWS::DynamoDB::Table'))) {
      expect(table.Properties.StreamSpecification.StreamViewType).toBe('NEW_AND_OLD_IMAGES');
    }
  });

  it('have the moderation queue as a sparse index, oldest first', () => {
    expect(comments().Properties.GlobalSecondaryIndexes).toEqual([
      {
        IndexName: 'queue',
        KeySchema: [
          { AttributeName: 'queue', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      },
    ]);
  });

  it('forget what has expired', () => {
    expect(comments().Properties.TimeToLiveSpecification).toEqual({
      AttributeName: 'expires',
      Enabled: true,
    });
  });
});

describe('notifications', () => {
  const { QueueConfigurations: configurations } =
    content().Properties.NotificationConfiguration ?? {};

  it.each([
    ['articles/', 'IngestQueue'],
    ['pages/', 'IngestQueue'],
    ['site.yaml', 'IngestQueue'],
    ['images/', 'ImagesQueue'],
  ])('of %s go to %s, for uploads and deletions', (prefix, queue) => {
    const about = configurations.filter(
      // biome-ignore lint/suspicious/noExplicitAny: a piece of a template
      ({ Filter }: any) => Filter.S3Key.Rules[0].Value === prefix,
    );
    // biome-ignore lint/suspicious/noExplicitAny: a piece of a template
    expect(about.map(({ Event }: any) => Event)).toEqual([
      's3:ObjectCreated:*',
      's3:ObjectRemoved:*',
    ]);
    for (const { Queue } of about) expect(Queue['Fn::GetAtt'][0]).toMatch(`${queue}`);
  });

  it('do not include the reports, which ingest writes itself', () => {
    expect(JSON.stringify(configurations)).not.toContain('reports');
  });

  it('wait for the policies of their queues', () => {
    const waits = content().DependsOn ?? [];
    for (const queue of ['IngestQueue', 'ImagesQueue']) {
      expect(waits).toContainEqual(expect.stringMatching(`^${queue}QueuePolicy`));
    }
  });
});

it('brings no custom resource', () => {
  const types = Object.values(galleyTemplate().toJSON().Resources as Record<string, Resource>);
  expect(types.filter(({ Type }) => /^Custom::|CustomResource/.test(Type))).toEqual([]);
});

function content(): Resource {
  return only('AWS::S3::Bucket', 'StorageContent');
}

function comments(): Resource {
  return only('AWS::DynamoDB::Table', 'StorageComments');
}

function only(type: string, start: string): Resource {
  const found = Object.entries(resourcesOf(type)).find(([id]) => id.startsWith(start))?.[1];
  if (!found) throw new Error(`the template has no ${type} that starts with ${start}`);
  return found;
}
