import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { env } from '../../functions/shared/layout.ts';
import type { Stage } from '../config.ts';
import { alarm } from './alarm.ts';
import { allowObjects } from './object-access.ts';
import { acknowledgeRebuild } from './rebuild-acknowledged.ts';
import { type RebuildSteps, rebuildStates } from './rebuild-states.ts';

export interface RebuildProps extends RebuildSteps {
  readonly stage: Stage;
}

/** Makes catalog and site anew from the two truths, as many batches at once as the account allows. */
export class Rebuild extends Construct {
  readonly machine: StateMachine;
  /** What there is to do in each part, and how each batch ended. Of no use to anybody after a month. */
  readonly lists: Bucket;

  constructor(scope: Construct, id: string, props: RebuildProps) {
    super(scope, id);
    const { plan } = props;
    this.lists = new Bucket(this, 'Lists', {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      lifecycleRules: [{ expiration: Duration.days(30) }],
      removalPolicy: RemovalPolicy.DESTROY,
    });
    allowObjects(plan, this.lists, ['s3:PutObject'], ['']);
    plan.allow([], { [env.rebuildLists]: this.lists.bucketName });
    const states = rebuildStates(this, { ...props, lists: this.lists });
    this.machine = new StateMachine(this, 'Machine', {
      definitionBody: DefinitionBody.fromChainable(states),
      comment: 'Galley: makes catalog and site anew',
    });
    this.showMapRunsTo(props);
    alarm(this, 'Failed', {
      metric: this.machine.metricFailed({ period: Duration.minutes(5) }),
      says: 'The rebuild could not do all of its work.',
      entry: 'a-rebuild-is-incomplete',
    });
    acknowledgeRebuild(this, props);
  }

  /**
   * A policy of its own: the step's function waits for the step's other policies, the machine for the function, and
   * this one names the machine.
   */
  private showMapRunsTo({ plan }: RebuildSteps): void {
    const { role } = plan.function;
    const states = `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}`;
    const name = this.machine.stateMachineName;
    new Policy(this, 'MapRuns', {
      ...(role ? { roles: [role] } : {}),
      statements: [
        new PolicyStatement({
          actions: ['states:ListMapRuns'],
          resources: [`${states}:execution:${name}:*`],
        }),
        new PolicyStatement({
          actions: ['states:DescribeMapRun'],
          resources: [`${states}:mapRun:${name}/*`],
        }),
      ],
    });
  }
}
