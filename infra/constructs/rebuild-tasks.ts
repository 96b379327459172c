import { Duration } from 'aws-cdk-lib';
import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import {
  Choice,
  Condition,
  DistributedMap,
  JitterType,
  JsonPath,
  ResultWriterV2,
  S3JsonItemReader,
  StateMachineType,
  Succeed,
  TaskInput,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { type RebuildPart, rebuildList } from '../../functions/shared/layout.ts';
import type { Stage } from '../config.ts';
import type { Step } from './step.ts';

/** Errors of Lambda itself; the last one is an account that runs as much as it may. */
const busy = [
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
];

export type TaskOptions = {
  payload?: Record<string, unknown>;
  /** Where the answer goes. @default nowhere */
  resultPath?: string;
};

/** Calls a step and tries again as often as its queue would. */
export function stepTask(
  scope: Construct,
  id: string,
  { stage, step }: { stage: Stage; step: Step },
  { payload, resultPath = JsonPath.DISCARD }: TaskOptions,
): LambdaInvoke {
  const task = new LambdaInvoke(scope, id, {
    lambdaFunction: step.function,
    payloadResponseOnly: true,
    retryOnServiceExceptions: false,
    resultPath,
    ...(payload ? { payload: TaskInput.fromObject(payload) } : {}),
  });
  const interval = Duration.seconds(2);
  task.addRetry({ errors: ['RebuildIncomplete'], maxAttempts: 0 });
  task.addRetry({
    errors: busy,
    interval,
    maxDelay: Duration.minutes(1),
    maxAttempts: 20,
    jitterStrategy: JitterType.FULL,
  });
  task.addRetry({ errors: ['States.ALL'], interval, maxAttempts: stage.queues.deliveries - 1 });
  return task;
}

/**
 * Hands each batch of a list to a step, and again what the step did not come to. All are tried, however many fail:
 * those that did are counted as failed.
 *
 * The results go into the bucket, because in the state they could be more than a state may hold, and that error no
 * state machine can catch.
 */
export function mapOver(
  scope: Construct,
  part: RebuildPart,
  lists: Bucket,
  { stage, step }: { stage: Stage; step: Step },
): DistributedMap {
  // The cast: the library's own types differ in what `exactOptionalPropertyTypes` looks at.
  const bucket = lists as IBucket;
  const name = JsonPath.stringAt('$$.Execution.Name');
  const map = new DistributedMap(scope, part, {
    label: part,
    mapExecutionType: StateMachineType.STANDARD,
    itemReader: new S3JsonItemReader({
      bucket,
      key: JsonPath.format(rebuildList('{}', part), name),
    }),
    maxConcurrency: stage.rebuild.atOnce,
    toleratedFailurePercentage: 100,
    resultWriterV2: new ResultWriterV2({ bucket, prefix: 'results' }),
    resultPath: JsonPath.DISCARD,
  });
  const batch = stepTask(scope, `${part}Batch`, { stage, step }, { resultPath: '$' });
  const more = new Choice(scope, `${part}Left`)
    .when(Condition.isPresent('$.messages[0]'), batch)
    .otherwise(new Succeed(scope, `${part}Done`, { outputPath: JsonPath.DISCARD }));
  map.itemProcessor(batch.next(more));
  return map;
}
