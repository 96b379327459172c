import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Stage } from '../config.ts';
import { alarm } from './alarm.ts';
import type { Step } from './step.ts';

/** The HTTP API that takes replies and consent answers, in the distribution's `/api/*`. */
export class ReplyApi extends Construct {
  readonly api: HttpApi;
  readonly stage: HttpStage;
  /** Host for CloudFront to call. */
  readonly host: string;

  constructor(scope: Construct, id: string, props: { readonly stage: Stage; readonly to: Step }) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', {
      description: 'Galley: replies and consent answers',
      createDefaultStage: false,
    });
    const logGroup = new LogGroup(this, 'AccessLog', {
      retention: props.stage.logs,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: props.stage.throttle.rate, burstLimit: props.stage.throttle.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup),
        format: withoutAddresses(),
      },
    });
    const [route] = this.api.addRoutes({
      path: '/api/{proxy+}',
      methods: [HttpMethod.ANY],
      integration: new HttpLambdaIntegration('Replies', props.to.function),
    });
    if (route) {
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason:
          'Readers reply without an account; the step checks what comes, the stage throttles it.',
      });
    }
    const stack = Stack.of(this);
    this.host = `${this.api.apiId}.execute-api.${stack.region}.${stack.urlSuffix}`;
    alarm(this, 'ServerErrors', {
      metric: this.stage.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
      says: 'Readers get server errors from the API.',
      entry: 'readers-get-server-errors',
    });
  }
}

/** What happened, but not to whom: a reader's address stays out of the log. */
function withoutAddresses(): AccessLogFormat {
  return AccessLogFormat.custom(
    JSON.stringify({
      time: '$context.requestTime',
      request: '$context.requestId',
      method: '$context.httpMethod',
      path: '$context.path',
      status: '$context.status',
      bytes: '$context.responseLength',
      milliseconds: '$context.responseLatency',
      error: '$context.integrationErrorMessage',
    }),
  );
}
