import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stages } from '../../infra/config.ts';
import { allResources, galley, galleyTemplate, root } from './galley.ts';

const production = galleyTemplate('production');
const local = galleyTemplate('local');
const again = galley().app.synth().getStackByName('Galley').template;

it('a laptop and production have the same resources: only values differ', () => {
  const typesById = (template = production) =>
    Object.fromEntries(allResources(template).map(([id, { Type }]) => [id, Type]));
  expect(typesById(local)).toEqual(typesById(production));
});

it('a laptop and production tell the same things of themselves', () => {
  const outputs = (template = production) => Object.keys(template.toJSON().Outputs);
  expect(outputs(local)).toEqual(outputs(production));
});

it('a second synthesis gives the same template', () => {
  expect(JSON.stringify(again)).toBe(JSON.stringify(production.toJSON()));
});

it('the stages themselves are typed literals that name what they are', () => {
  for (const [name, stage] of Object.entries(stages)) expect(stage.name).toBe(name);
});

describe('no resource has a name that we chose, so a second stack fits beside the first:', () => {
  const naming = [
    'BucketName',
    'TableName',
    'QueueName',
    'FunctionName',
    'RoleName',
    'TopicName',
    'AlarmName',
    'DashboardName',
    'LogGroupName',
  ];
  // These point at another resource or at a metric's dimension.
  const pointing = ['AWS::Lambda::EventSourceMapping', 'AWS::Lambda::Permission'];

  it.each(naming)('%s', (property) => {
    const named = allResources().filter(
      ([, { Type, Properties }]) => !pointing.includes(Type) && property in (Properties ?? {}),
    );
    expect(named.map(([id]) => id)).toEqual([]);
  });

  it('what CloudFront wants a name for is called after the stack', () => {
    const names = allResources()
      .filter(([, { Type }]) => Type.startsWith('AWS::CloudFront::'))
      .flatMap(([, { Properties }]) => [Properties, ...Object.values(Properties)])
      .flatMap((level) => (level && typeof level === 'object' && level.Name ? [level.Name] : []));
    expect(names).toHaveLength(6);
    for (const name of names) expect(JSON.stringify(name)).toContain('GalleySite');
  });
});

describe("the machine's environment", () => {
  const files = readdirSync(join(root, 'infra'), { recursive: true, encoding: 'utf8' });

  it.each(files.filter((file) => file.endsWith('.ts') && file !== 'app.ts'))(
    'is not read by infra/%s',
    (file) => {
      expect(readFileSync(join(root, 'infra', file), 'utf8')).not.toMatch(/process\.env/);
    },
  );

  it('is read by infra/app.ts', () => {
    expect(readFileSync(join(root, 'infra/app.ts'), 'utf8')).toMatch(/process\.env/);
  });
});

describe('docs/deploy.md', () => {
  const guide = readFileSync(join(root, 'docs/deploy.md'), 'utf8');

  it.each(Object.keys(production.toJSON().Outputs))('explains the output %s', (output) => {
    expect(guide).toContain(`\`${output}\``);
  });
});
