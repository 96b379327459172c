import { join } from 'node:path';
import { CustomResource, Duration, FileSystem } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { Construct } from 'constructs';
import { env } from '../../functions/shared/layout.ts';
import type { Stage, StepName } from '../config.ts';
import type { Rebuild } from './rebuild.ts';
import type { Step } from './step.ts';

export interface RebuildOnDeployProps {
  readonly stage: Stage;
  readonly bundles: string;
  readonly rebuild: Rebuild;
  /** The step that CloudFormation tells of a change. */
  readonly deployed: Step;
  readonly siteUrl: string;
  /** What must be as it should be before the rebuild begins. */
  readonly after: IConstruct[];
}

/** The steps that decide how a page looks; the theme is a part of render's bundle. */
const makers: StepName[] = ['ingest', 'images', 'render'];

/**
 * Starts the rebuild when a deployment changed what pages are made with. A custom resource, because nothing else of
 * CloudFormation happens in the course of a deployment; the function behind it is one of our own steps.
 */
export class RebuildOnDeploy extends Construct {
  constructor(scope: Construct, id: string, props: RebuildOnDeployProps) {
    super(scope, id);
    const { stage, bundles, rebuild, deployed, siteUrl, after } = props;
    const { stateMachineArn } = rebuild.machine;
    const start = new PolicyStatement({
      actions: ['states:StartExecution'],
      resources: [stateMachineArn],
    });
    deployed.allow([start], { [env.rebuildMachine]: stateMachineArn });
    const resource = new CustomResource(this, 'Resource', {
      resourceType: 'Custom::RebuildOnDeploy',
      serviceToken: deployed.function.functionArn,
      // Without an answer a deployment stands still for an hour.
      serviceTimeout: Duration.minutes(2),
      properties: { MadeOf: madeOf(bundles), SiteUrl: siteUrl, Wait: stage.rebuild.wait },
    });
    resource.node.addDependency(rebuild, deployed, ...after);
  }
}

/** A hash of all that makes pages. Not of source maps, which change when only a comment does. */
export function madeOf(bundles: string): string {
  const hashes = makers.map((step) =>
    FileSystem.fingerprint(join(bundles, step), { exclude: ['*.map'] }),
  );
  return hashes.map((hash) => hash.slice(0, 16)).join('');
}
