import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Stage } from '../config.ts';
import { alarm } from './alarm.ts';
import { DeadLetters } from './dead-letters.ts';
import type { Step } from './step.ts';

export interface WorkQueueProps {
  readonly stage: Stage;
  /** The step that takes the messages. */
  readonly feeds: Step;
  /** Messages handed over in one invocation. @default 10 */
  readonly batchSize?: number;
  /** Seconds to wait for more messages. @default 0 */
  readonly window?: number;
}

/** The queue before a step: a failed message comes again, one that fails for good becomes a dead letter. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const { stage, feeds } = props;
    this.deadLetters = new DeadLetters(this, 'DeadLetters', {
      of: feeds.step,
      entry: 'messages-were-given-up',
    });
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(4),
      visibilityTimeout: Duration.seconds(stage.timeouts[feeds.step] * stage.queues.visibility),
      deadLetterQueue: {
        queue: this.deadLetters.queue,
        maxReceiveCount: stage.queues.deliveries,
      },
    });
    feeds.function.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: props.batchSize ?? 10,
        maxConcurrency: stage.queues.atOnce,
        reportBatchItemFailures: true,
        ...(props.window ? { maxBatchingWindow: Duration.seconds(props.window) } : {}),
      }),
    );
    alarm(this, 'OldestMessage', {
      metric: this.queue.metricApproximateAgeOfOldestMessage({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
      threshold: Duration.minutes(15).toSeconds(),
      says: `The ${feeds.step} step does not keep up: a message has waited for 15 minutes.`,
      entry: 'messages-wait',
    });
  }

  /** @param variable tells the step the queue's address */
  grantSend(step: Step, variable: string): void {
    const send = new PolicyStatement({
      actions: ['sqs:SendMessage'],
      resources: [this.queue.queueArn],
    });
    step.allow([send], { [variable]: this.queue.queueUrl });
  }
}
