import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { alarm } from './alarm.ts';

export interface DeadLettersProps {
  /** The step that gave up. */
  readonly of: string;
  /** Heading in docs/runbook.md, as its anchor. */
  readonly entry: string;
}

/** Where messages go that failed for good. Kept as long as SQS can, so that a weekend does not lose one. */
export class DeadLetters extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: DeadLettersProps) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    alarm(this, 'Waiting', {
      metric: this.queue.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
      says: `The ${props.of} step gave up on a message.`,
      entry: props.entry,
    });
  }
}
