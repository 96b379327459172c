import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { env } from '../../functions/shared/layout.ts';
import { alarm } from './alarm.ts';
import type { Step } from './step.ts';

export interface SchedulesProps {
  /** The queue that every schedule sends its message to. */
  readonly target: Queue;
}

/** Where the schedules of articles are that wait for their date or expire. The scheduler may send, and nothing else. */
export class Schedules extends Construct {
  readonly group: CfnScheduleGroup;
  private readonly role: Role;
  private readonly target: Queue;

  constructor(scope: Construct, id: string, { target }: SchedulesProps) {
    super(scope, id);
    this.target = target;
    this.group = new CfnScheduleGroup(this, 'Group');
    // Not for the schedules of somebody else's account or group (EventBridge Scheduler User Guide, "Confused deputy").
    const ours = {
      StringEquals: { 'aws:SourceAccount': Stack.of(this).account },
      ArnEquals: { 'aws:SourceArn': this.group.attrArn },
    };
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', { conditions: ours }),
    });
    this.role.addToPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [target.queueArn] }),
    );
    alarm(this, 'Dropped', {
      metric: new Metric({
        namespace: 'AWS/Scheduler',
        metricName: 'InvocationDroppedCount',
        dimensionsMap: { ScheduleGroup: this.group.ref },
        period: Duration.minutes(5),
        statistic: 'Sum',
      }),
      says: 'The scheduler gave up on a timer.',
      entry: 'a-timer-was-given-up',
    });
  }

  /** To set and clear timers: a schedule may pass on the one role, and only to the scheduler. */
  grantKeep(step: Step): void {
    const { partition, region, account } = Stack.of(this);
    const schedules = `arn:${partition}:scheduler:${region}:${account}:schedule/${this.group.ref}/*`;
    const keep = new PolicyStatement({
      actions: ['scheduler:CreateSchedule', 'scheduler:DeleteSchedule'],
      resources: [schedules],
    });
    const pass = new PolicyStatement({
      actions: ['iam:PassRole'],
      resources: [this.role.roleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
    });
    step.allow([keep, pass], {
      [env.timersGroup]: this.group.ref,
      [env.timersRole]: this.role.roleArn,
      [env.timersTarget]: this.target.queueArn,
    });
    acknowledge(step, this.group);
  }
}

function acknowledge(step: Step, group: CfnScheduleGroup): void {
  const name = Stack.of(step).getLogicalId(group);
  Validations.of(step).acknowledge({
    id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:scheduler:<AWS::Region>:<AWS::AccountId>:schedule/<${name}>/*]`,
    reason: 'A schedule is named after its article and instant, which nobody knows when deploying.',
  });
}
