import { Stack, Validations } from 'aws-cdk-lib';
import { AttributeType, BillingMode, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { approvedIndex, queueIndex, writerIndex } from '../../functions/shared/comments-layout.ts';
import { content, env } from '../../functions/shared/layout.ts';
import type { Stage } from '../config.ts';
import { allowListing, allowObjects } from './object-access.ts';
import type { Step } from './step.ts';

/**
 * The two truths: the content bucket and the comments table. Everything else can be made again from them, so they
 * are never renamed: a new logical id is a new, empty resource.
 */
export class Storage extends Construct {
  readonly content: Bucket;
  readonly comments: Table;

  constructor(scope: Construct, id: string, props: { readonly stage: Stage }) {
    super(scope, id);
    const { truth } = props.stage;
    this.content = new Bucket(this, 'Content', {
      versioned: true,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      removalPolicy: truth.removal,
    });
    Validations.of(this.content).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Every version of a file is kept with its time; an access log would only repeat that.',
    });
    this.comments = new Table(this, 'Comments', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: 'expires',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: truth.protect,
      removalPolicy: truth.removal,
    });
    // Sparse: only replies that wait for, or were refused by, a moderator carry the attribute.
    this.comments.addGlobalSecondaryIndex({
      indexName: queueIndex,
      partitionKey: { name: 'queue', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
    });
    // All of one writer: for moderators who wonder, and for readers who ask what is stored about them.
    this.comments.addGlobalSecondaryIndex({
      indexName: writerIndex,
      partitionKey: { name: writerIndex, type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
    });
    // Sparse too: only approved replies. Local, because only a local index can be read consistently. It has to be
    // made with the table, and with it all replies to one article may hold 10 GB at most.
    this.comments.addLocalSecondaryIndex({
      indexName: approvedIndex,
      sortKey: { name: approvedIndex, type: AttributeType.STRING },
    });
  }

  /**
   * Tells a queue about each change under a prefix.
   *
   * On the L1 bucket, because `addEventNotification` brings a custom resource with it. S3 tries the queue when
   * the notification is set, so the queue's policy has to be there before the bucket.
   */
  notify(targets: { queue: Queue; keys: string[] }[]): void {
    const bucket = this.content.node.defaultChild as CfnBucket;
    const queueConfigurations = targets.flatMap(({ queue, keys }) =>
      keys.flatMap((key) =>
        ['s3:ObjectCreated:*', 's3:ObjectRemoved:*'].map((event) => ({
          event,
          queue: queue.queueArn,
          filter: { s3Key: { rules: [{ name: 'prefix', value: key }] } },
        })),
      ),
    );
    bucket.notificationConfiguration = { queueConfigurations };
    for (const { queue } of targets) {
      queue.addToResourcePolicy(this.fromThisBucket(queue));
      const policy = queue.node.findChild('Policy');
      bucket.node.addDependency(policy);
    }
  }

  /**
   * @param keys prefixes and single keys of the content bucket, all versions of them
   * @param listed those whose names may be listed. Notifications know prefixes only, so that who is told of
   *   `site.yaml` is told of `site.yaml.bak` too, and has to see whether it is there.
   */
  grantContentRead(step: Step, keys: string[], listed = keys): void {
    allowObjects(step, this.content, ['s3:GetObject', 's3:GetObjectVersion'], keys);
    allowListing(step, this.content, ['s3:ListBucket', 's3:ListBucketVersions'], listed);
    step.allow([], { [env.contentBucket]: this.content.bucketName });
  }

  /** To see which files there are, and nothing of what is in them. */
  grantContentList(step: Step): void {
    allowListing(step, this.content, ['s3:ListBucket'], ['']);
    step.allow([], { [env.contentBucket]: this.content.bucketName });
  }

  /** Reports on uploads: the only thing a step writes into the content bucket. */
  grantReports(step: Step): void {
    const actions = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'];
    allowObjects(step, this.content, actions, [content.reports]);
    allowListing(step, this.content, ['s3:ListBucket'], [content.reports]);
    step.allow([], { [env.contentBucket]: this.content.bucketName });
  }

  /** The one object that nobody uploaded: made once, by the first who needs it. */
  grantPreviewKey(step: Step): void {
    allowObjects(step, this.content, ['s3:GetObject', 's3:PutObject'], [content.previewKey]);
  }

  /** To list or count the approved replies of an article. Nothing here can see any other. */
  grantApprovedRead(step: Step): void {
    const index = `${this.comments.tableArn}/index/${approvedIndex}`;
    this.grantComments(step, ['dynamodb:Query'], index);
  }

  /** To take in a reply. Nothing here can change or delete one that is stored under another key. */
  grantSubmit(step: Step): void {
    this.grantComments(step, ['dynamodb:GetItem', 'dynamodb:PutItem'], this.comments.tableArn);
  }

  private grantComments(step: Step, actions: string[], resource: string): void {
    const statement = new PolicyStatement({ actions, resources: [resource] });
    step.allow([statement], { [env.commentsTable]: this.comments.tableName });
  }

  /**
   * The bucket's name is generated and the bucket waits for this policy, so the name cannot stand here; the
   * pattern of generated names in this account can.
   */
  private fromThisBucket(queue: Queue): PolicyStatement {
    const stack = Stack.of(this);
    const prefix = stack.stackName.toLowerCase().slice(0, 20);
    return new PolicyStatement({
      principals: [new ServicePrincipal('s3.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [queue.queueArn],
      conditions: {
        StringEquals: { 'aws:SourceAccount': stack.account },
        ArnLike: { 'aws:SourceArn': `arn:${stack.partition}:s3:::${prefix}*` },
      },
    });
  }
}
