import {
  Alarm,
  ComparisonOperator,
  type Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

export interface AlarmOptions {
  readonly metric: Metric;
  /** What is wrong when it rings, as a sentence. */
  readonly says: string;
  /** Heading in docs/runbook.md, as its anchor. A test holds the two together. */
  readonly entry: string;
  /** @default 1 */
  readonly threshold?: number;
  /** Periods in a row that must be bad. @default 1 */
  readonly periods?: number;
}

/**
 * An alarm that tells where to read on. The construct that can fail calls this; `Watch` gives all of them their
 * action.
 */
export function alarm(scope: Construct, id: string, options: AlarmOptions): Alarm {
  return new Alarm(scope, id, {
    metric: options.metric,
    threshold: options.threshold ?? 1,
    evaluationPeriods: options.periods ?? 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    alarmDescription: `${options.says} See docs/runbook.md#${options.entry}`,
  });
}
