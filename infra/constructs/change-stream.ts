import { Duration, Validations } from 'aws-cdk-lib';
import type { ITable, Table } from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { DeadLetters } from './dead-letters.ts';
import type { Step } from './step.ts';

export interface ChangeStreamProps {
  readonly table: Table;
  /** The step that hears of changes. */
  readonly feeds: Step;
  /** A filter on the sort key, in the event filters' own language: a value or `{ prefix }`. */
  readonly sortKey: string | { prefix: string };
}

/** What changed in a table, told to a step in the order it happened for each record. */
export class ChangeStream extends Construct {
  constructor(scope: Construct, id: string, props: ChangeStreamProps) {
    super(scope, id);
    const { table, feeds, sortKey } = props;
    const deadLetters = new DeadLetters(this, 'DeadLetters', { of: feeds.step });
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
        onFailure: new SqsDlq(deadLetters.queue),
        filters: [FilterCriteria.filter({ dynamodb: { Keys: { sk: { S: [sortKey] } } } })],
      }),
    );
    Validations.of(feeds).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'dynamodb:ListStreams, which an event source mapping needs, cannot be narrowed to a table.',
    });
  }
}
