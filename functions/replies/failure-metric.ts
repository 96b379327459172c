/**
 * One count of `Galley / RequestsFailed` as a log line from which CloudWatch makes a metric. The function itself
 * answers 500 and so does not count as failed with Lambda.
 * See https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function failureMetric(now: Date): string {
  const metric = {
    Namespace: 'Galley',
    Dimensions: [['Step']],
    Metrics: [{ Name: 'RequestsFailed', Unit: 'Count' }],
  };
  return JSON.stringify({
    _aws: { Timestamp: now.getTime(), CloudWatchMetrics: [metric] },
    Step: 'replies',
    RequestsFailed: 1,
  });
}
