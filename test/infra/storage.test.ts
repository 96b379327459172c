import { describe, expect, it } from 'vitest';
import { galley, galleyTemplate, only, resourcesOf } from './galley.ts';

const local = galleyTemplate('local');
const { stack } = galley();
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
  it.each([
    ['the content bucket', content()],
    ['the comments table', comments()],
  ])('include %s, which survives the stack in production', (_name, resource) => {
    expect(resource.DeletionPolicy).toBe('Retain');
  });

  it('cannot be deleted by mistake: the comments table is protected', () => {
    expect(comments().Properties.DeletionProtectionEnabled).toBe(true);
  });

  it('cannot be deleted by mistake: the stack is protected', () => {
    expect(stack.terminationProtection).toBe(true);
  });

  it('keep every version of a file', () => {
    expect(content().Properties.VersioningConfiguration).toEqual({ Status: 'Enabled' });
  });

  it('can restore the comments to any second', () => {
    expect(comments().Properties.PointInTimeRecoverySpecification).toEqual({
      PointInTimeRecoveryEnabled: true,
    });
  });

  it.each([
    ['AWS::S3::Bucket', 'StorageContent'],
    ['AWS::DynamoDB::Table', 'StorageComments'],
  ])('go with the stack on a laptop: %s', (type, start) => {
    const resource = only(type, start, local);
    expect(resource.DeletionPolicy).toBe('Delete');
  });
});

describe('tables', () => {
  it.each(['StorageComments', 'CatalogTable'])('%s tells what changed, before and after', (id) => {
    const { StreamSpecification } = only('AWS::DynamoDB::Table', id).Properties;
    expect(StreamSpecification.StreamViewType).toBe('NEW_AND_OLD_IMAGES');
  });

  it('can grow without anybody planning for it', () => {
    const tables = Object.values(resourcesOf('AWS::DynamoDB::Table'));
    expect(tables.map(({ Properties }) => Properties.BillingMode)).toEqual([
      'PAY_PER_REQUEST',
      'PAY_PER_REQUEST',
    ]);
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
      {
        IndexName: 'writer',
        KeySchema: [
          { AttributeName: 'writer', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      },
    ]);
  });

  it('have the approved replies as a sparse index that can be read consistently, oldest first', () => {
    expect(comments().Properties.LocalSecondaryIndexes).toEqual([
      {
        IndexName: 'approved',
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'approved', KeyType: 'RANGE' },
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
    ['authors.yaml', 'IngestQueue'],
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
      expect(waits).toContainEqual(expect.stringMatching(`^${queue}Policy`));
    }
  });
});

function content() {
  return only('AWS::S3::Bucket', 'StorageContent');
}

function comments() {
  return only('AWS::DynamoDB::Table', 'StorageComments');
}
