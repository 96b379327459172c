import { Duration, Validations } from 'aws-cdk-lib';
import type { ITable, Table } from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { alarm } from './alarm.ts';
import { DeadLetters } from './dead-letters.ts';
import type { Step } from './step.ts';

export interface ChangeStreamProps {
  /** The step that hears of changes. */
  readonly feeds: Step;
  readonly from: {
    table: Table;
    /** A filter on the sort key, in the event filters' own language: a value or `{ prefix }`. */
    sortKey: string | { prefix: string };
  }[];
}

/** What changed in some tables, told to a step in the order it happened for each record. */
export class ChangeStream extends Construct {
  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, { feeds, from }: ChangeStreamProps) {
    super(scope, id);
    this.deadLetters = new DeadLetters(this, 'DeadLetters', {
      of: feeds.step,
      entry: 'changes-were-given-up',
    });
    for (const { table, sortKey } of from) {
      feeds.function.addEventSource(
        // The cast: the library's own types differ in what `exactOptionalPropertyTypes` looks at.
        new DynamoEventSource(table as ITable, {
          // From the start: a change made while the stack was being deployed counts too.
          startingPosition: StartingPosition.TRIM_HORIZON,
          batchSize: 100,
          // A record that fails holds up all later ones of its shard: halve, retry, then let it go.
          bisectBatchOnError: true,
          retryAttempts: 5,
          maxRecordAge: Duration.hours(12),
          onFailure: new SqsDlq(this.deadLetters.queue),
          filters: [FilterCriteria.filter({ dynamodb: { Keys: { sk: { S: [sortKey] } } } })],
        }),
      );
    }
    alarm(this, 'OldestChange', {
      metric: feeds.function.metric('IteratorAge', {
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
      threshold: Duration.minutes(15).toMilliseconds(),
      says: `The ${feeds.step} step does not keep up: a change has waited for 15 minutes.`,
      entry: 'changes-wait',
    });
    Validations.of(feeds).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'An event source mapping needs dynamodb:ListStreams, which cannot be narrowed to a table.',
    });
    Validations.of(this.deadLetters.queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is a dead-letter queue itself; the rule knows only those of other queues.',
    });
  }
}
