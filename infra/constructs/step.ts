import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Stage, StepName } from '../config.ts';
import { alarm } from './alarm.ts';

export interface StepProps {
  readonly stage: Stage;
  readonly step: StepName;
  /** The folder with one bundle for each step. */
  readonly bundles: string;
  /** MiB; Lambda gives processor time in proportion. @default 512 */
  readonly memory?: number;
  /** @default arm64, which costs a fifth less */
  readonly architecture?: Architecture;
}

/**
 * One step as a function that may do nothing yet but write its log. The constructs that own a resource add the
 * permission and the variable that names the resource, always both together.
 */
export class Step extends Construct {
  readonly function: LambdaFunction;
  readonly step: StepName;

  constructor(scope: Construct, id: string, props: StepProps) {
    super(scope, id);
    const { stage, step } = props;
    this.step = step;
    const logGroup = new LogGroup(this, 'Log', {
      retention: stage.logs,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // A role of our own: the managed one of Lambda may create and write every log group of the account.
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    logGroup.grantWrite(role);
    const concurrency = stage.concurrency?.[step];
    this.function = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: props.architecture ?? Architecture.ARM_64,
      code: Code.fromAsset(join(props.bundles, step)),
      handler: 'index.handler',
      memorySize: props.memory ?? 512,
      timeout: Duration.seconds(stage.timeouts[step]),
      role,
      logGroup,
      environment: { POWERTOOLS_SERVICE_NAME: step, NODE_OPTIONS: '--enable-source-maps' },
      ...(concurrency === undefined ? {} : { reservedConcurrentExecutions: concurrency }),
    });
    this.addAlarms();
  }

  /** For the constructs that own a resource: what the step may do with it and the variables that name it. */
  allow(statements: PolicyStatement[], variables: Record<string, string>): void {
    for (const statement of statements) this.function.addToRolePolicy(statement);
    for (const [name, value] of Object.entries(variables)) {
      this.function.addEnvironment(name, value);
    }
  }

  private addAlarms(): void {
    const period = Duration.minutes(5);
    alarm(this, 'Errors', {
      metric: this.function.metricErrors({ period }),
      says: `The ${this.step} step fails.`,
      entry: 'a-step-fails',
    });
    alarm(this, 'Throttles', {
      metric: this.function.metricThrottles({ period }),
      says: `The ${this.step} step is not allowed to run as often as it is asked to.`,
      entry: 'a-step-is-throttled',
    });
  }
}
