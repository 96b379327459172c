import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct, MetadataEntry } from 'constructs';
import { describe, expect, it } from 'vitest';
import { stages } from '../../infra/config.ts';
import { galley } from './galley.ts';

const checks = new AwsSolutionsChecks();
const domain = {
  names: ['news.example.org'] as [string],
  certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d',
};
const { app } = galley();

it.each([
  ['in production', app],
  ['on a laptop', galley({}, stages.local).app],
  ['with a domain of its own', galley({ domain }).app],
])('cdk-nag finds nothing to say about the stack %s', (_name, scope) => {
  const { violations } = checks.validateScope(scope);
  expect(violations.map(({ ruleName, description }) => `${ruleName}: ${description}`)).toEqual([]);
});

describe.each(acknowledgements(app))('what is acknowledged at $path, $id,', (acknowledged) => {
  it('has a reason that is a sentence', () => {
    expect(acknowledged.reason).toMatch(/^[A-Z].{30,}\.$/);
  });

  it('would be found otherwise', () => {
    const putBack = acknowledged.takeBack();
    const { violations } = checks.validateScope(app);
    putBack();
    expect(violations).not.toEqual([]);
  });
});

type Acknowledgement = { path: string; id: string; reason: string; takeBack: () => () => void };

/** One for each construct and rule, however often it was acknowledged there. */
function acknowledgements(scope: IConstruct): Acknowledgement[] {
  return scope.node.findAll().flatMap(({ node }) => {
    const entries = node.metadata.filter(
      ({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY,
    );
    const reasons = new Map(entries.flatMap(({ data }) => Object.entries<string>(data)));
    return [...reasons].map(([id, reason]) => ({
      path: node.path,
      id: id.replace('Annotation::', ''),
      reason,
      takeBack: () => without(entries, id),
    }));
  });
}

function without(entries: MetadataEntry[], id: string): () => void {
  const having = entries.filter(({ data }) => id in data);
  const reasons = having.map(({ data }) => data[id]);
  for (const { data } of having) delete data[id];
  return () => {
    for (const [index, { data }] of having.entries()) data[id] = reasons[index];
  };
}
