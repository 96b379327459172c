import { type CfnElement, Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { rebuildParts } from '../../functions/shared/layout.ts';
import type { Rebuild } from './rebuild.ts';
import type { RebuildSteps } from './rebuild-states.ts';

/** What cdk-nag finds in a rebuild, and why it is as it should be. */
export function acknowledgeRebuild(rebuild: Rebuild, steps: RebuildSteps): void {
  Validations.of(rebuild.lists).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'Only a rebuild writes and reads it, and its history says when.',
  });
  Validations.of(rebuild.machine).acknowledge(
    {
      id: 'AwsSolutions-SF1',
      reason:
        'Its history has the same for 90 days; a log would need the right to every log of the account.',
    },
    {
      id: 'AwsSolutions-SF2',
      reason: 'A map run names each batch that failed and why; traces would only repeat that.',
    },
  );
  const machine = logicalId(rebuild.machine);
  const name = `{"Fn::Select":[6,{"Fn::Split":[":",{"Ref":"${machine}"}]}]}`;
  const { plan, ingest, images, render } = steps;
  const ofMachine = [
    ...[plan, ingest, images, render].map((step) => `<${logicalId(step.function)}.Arn>:*`),
    `arn:<AWS::Partition>:s3:::<${logicalId(rebuild.lists)}>/*`,
    ...['', ...rebuildParts.map((part) => `/${part}`)].map(
      (of) => `${states}:execution:${name}${of}:*`,
    ),
  ];
  acknowledgePatterns(
    rebuild.machine,
    ofMachine,
    'The versions of the steps, the lists of each run, and the runs of this machine have no names before.',
  );
  acknowledgePatterns(
    rebuild,
    [`${states}:execution:<${machine}.Name>:*`, `${states}:mapRun:<${machine}.Name>/*`],
    'Runs of this machine are named when they begin, and it is only this machine.',
  );
}

const states = 'arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>';

function acknowledgePatterns(scope: IConstruct, resources: string[], reason: string): void {
  for (const resource of resources) {
    Validations.of(scope).acknowledge({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason });
  }
}

function logicalId(construct: IConstruct): string {
  return Stack.of(construct).getLogicalId(construct.node.defaultChild as CfnElement);
}
