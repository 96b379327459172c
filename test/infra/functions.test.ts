import { describe, expect, it } from 'vitest';
import { stepNames } from '../../infra/config.ts';
import { allResources, resourcesOf } from './galley.ts';

const functions = Object.entries(resourcesOf('AWS::Lambda::Function'));
const logs = resourcesOf('AWS::Logs::LogGroup');

it('has one function for each step and no other', () => {
  const steps = functions.map(
    ([, { Properties }]) => Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME,
  );
  expect(steps.sort()).toEqual([...stepNames].sort());
});

it('brings no custom resource but the one that a step of our own answers', () => {
  const found = allResources().filter(([, { Type }]) => /^Custom::|CustomResource/.test(Type));
  expect(found.map(([, { Type }]) => Type)).toEqual(['Custom::RebuildOnDeploy']);
  const [answers] = found.map(([, { Properties }]) => Properties.ServiceToken['Fn::GetAtt'][0]);
  const { Variables } = resourcesOf('AWS::Lambda::Function')[answers]?.Properties.Environment ?? {};
  expect(Variables.POWERTOOLS_SERVICE_NAME).toBe('deployed');
});

describe.each(functions)('%s', (_id, { Properties }) => {
  it('runs on Node 24 and arm64, but for the one that carries libraries', () => {
    expect(Properties.Runtime).toBe('nodejs24.x');
    const isImages = Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME === 'images';
    expect(Properties.Architectures).toEqual([isImages ? 'x86_64' : 'arm64']);
  });

  it('writes into a log of its own', () => {
    expect(Object.keys(logs)).toContain(Properties.LoggingConfig.LogGroup.Ref);
  });

  it('has no share of the concurrency set aside, which a new account could not give', () => {
    expect(Properties.ReservedConcurrentExecutions).toBeUndefined();
  });
});

describe.each(Object.entries(logs))('log %s', (_id, { Properties, DeletionPolicy }) => {
  it('is kept for three months', () => {
    expect(Properties.RetentionInDays).toBe(90);
  });

  it('goes with the stack', () => {
    expect(DeletionPolicy).toBe('Delete');
  });
});
