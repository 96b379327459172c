import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Stage } from '../config.ts';
import type { ReplyApi } from './reply-api.ts';
import type { Step } from './step.ts';
import type { WorkQueue } from './work-queue.ts';

export interface WatchProps {
  readonly stage: Stage;
  readonly steps: Step[];
  readonly queues: WorkQueue[];
  readonly api: ReplyApi;
}

/** Where the alarms of the stack go, and one page to look at when they do. Made last: it finds all alarms. */
export class Watch extends Construct {
  readonly topic: Topic;
  readonly dashboard: Dashboard;

  constructor(scope: Construct, id: string, props: WatchProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Alarms', { enforceSSL: true });
    this.topic.addToResourcePolicy(this.alarmsOfThisAccount());
    if (props.stage.alarmEmail) {
      this.topic.addSubscription(new EmailSubscription(props.stage.alarmEmail));
    }
    const alarms = scope.node.findAll().filter((child) => child instanceof Alarm);
    for (const each of alarms) each.addAlarmAction(new SnsAction(this.topic));
    this.dashboard = this.makeDashboard(props, alarms);
  }

  /**
   * The rule that demands TLS takes the place of the topic's default policy, which lets the whole account publish.
   * Without this one the alarms ring and nobody hears them.
   */
  private alarmsOfThisAccount(): PolicyStatement {
    const { account } = Stack.of(this);
    return new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [this.topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    });
  }

  private makeDashboard({ steps, queues, api }: WatchProps, alarms: Alarm[]): Dashboard {
    const period = Duration.minutes(5);
    const dashboard = new Dashboard(this, 'Dashboard', { defaultInterval: Duration.days(1) });
    const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 12 });
    dashboard.addWidgets(new AlarmStatusWidget({ title: 'Alarms', alarms, width: 24, height: 5 }));
    dashboard.addWidgets(
      graph(
        'Invocations',
        steps.map((step) => step.function.metricInvocations({ period, label: step.step })),
      ),
      graph(
        'Duration, 95th percentile',
        steps.map((step) =>
          step.function.metricDuration({ period, statistic: 'p95', label: step.step }),
        ),
      ),
    );
    dashboard.addWidgets(
      graph(
        'Age of the oldest message',
        queues.map(({ queue, node }) =>
          queue.metricApproximateAgeOfOldestMessage({
            period,
            statistic: 'Maximum',
            label: node.id,
          }),
        ),
      ),
      graph('Requests to the API', [
        api.stage.metricCount({ period, label: 'all' }),
        api.stage.metricClientError({ period, statistic: 'Sum', label: 'refused' }),
        api.stage.metricServerError({ period, statistic: 'Sum', label: 'failed' }),
      ]),
    );
    return dashboard;
  }
}
