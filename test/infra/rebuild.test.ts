import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { content, rebuildParts } from '../../functions/shared/layout.ts';
import { madeOf } from '../../infra/constructs/rebuild-on-deploy.ts';
import { galleyTemplate, only, type Resource, resourcesOf } from './galley.ts';

type StateJson = {
  Type: string;
  Next?: string;
  // biome-ignore lint/suspicious/noExplicitAny: a definition is as deep as the states language wants it.
  [field: string]: any;
};

galleyTemplate();
const { StartAt, States } = definitionOf(only('AWS::StepFunctions::StateMachine'));
const states = Object.entries(States);
const maps = states.filter(([, { Type }]) => Type === 'Map');

/** The states in their order when nothing goes wrong. */
const way: string[] = [];
for (let next: string | undefined = StartAt; next; next = States[next]?.Next) way.push(next);

describe('the rebuild', () => {
  it('looks at the settings before any file, and at the files before any page', () => {
    const order = ['Settings', 'Images', 'Texts', 'SitePages', 'Pages', 'Shares', 'Outcome'];
    expect(way.filter((name) => order.includes(name))).toEqual(order);
    expect(States.Settings?.Parameters).toEqual({
      messages: [{ key: content.settings }, { key: content.authors }],
      quiet: true,
    });
  });

  it('puts the files of the theme there before the pages that name them', () => {
    expect(States.First?.Parameters.messages[0]).toEqual({ page: 'assets/' });
    expect(way.indexOf('First')).toBeLessThan(way.indexOf('Pages'));
  });

  it('renews the page for addresses that do not exist before it waits for anything', () => {
    expect(States.First?.Parameters.messages).toContainEqual({ page: '404.html' });
    expect(way.indexOf('First')).toBeLessThan(way.indexOf('OldCode'));
  });

  it('lists nothing before the code of before has ended', () => {
    expect(way.indexOf('OldCode')).toBeLessThan(way.indexOf('Files'));
  });

  it('leaves all pages to the queue when it breaks off, because it told nobody of new records', () => {
    const guarded = way.filter((name) => !['OldCode', 'Outcome'].includes(name));
    for (const name of guarded) {
      expect([name, States[name]?.Catch?.[0].Next]).toEqual([name, 'LeaveToTheQueue']);
    }
    expect(States.LeaveToTheQueue?.Parameters).toEqual({ messages: [{ everyPageAfter: '' }] });
    expect(States[States.LeaveToTheQueue?.Next ?? '']?.Type).toBe('Fail');
  });

  it('does not try again when it only reports what failed', () => {
    expect(States.Outcome?.Retry[0]).toMatchObject({
      ErrorEquals: ['RebuildIncomplete'],
      MaxAttempts: 0,
    });
    expect(States.Outcome?.Catch).toBeUndefined();
  });
});

describe.each(maps)('the map over %s', (name, map) => {
  it('is distributed, over a list of its own name, and known by it', () => {
    expect(rebuildParts).toContain(name);
    expect(map.Label).toBe(name);
    expect(map.ItemProcessor.ProcessorConfig.Mode).toBe('DISTRIBUTED');
    expect(map.ItemReader.Parameters['Key.$']).toContain(`/${name}.json'`);
  });

  it('tries all batches, whatever fails', () => {
    expect(map.ToleratedFailurePercentage).toBe(100);
  });

  it('hands over again what a step did not come to', () => {
    const { StartAt, States: inner } = map.ItemProcessor;
    expect(inner[StartAt].Next).toBe(`${name}Left`);
    expect(inner[`${name}Left`].Choices).toEqual([
      { Variable: '$.messages[0]', IsPresent: true, Next: StartAt },
    ]);
  });

  it('keeps no results in the state, which holds 256 KB', () => {
    expect(map.ResultPath).toBeNull();
    expect(map.ResultWriter.Resource).toContain('s3:putObject');
    expect(map.ItemProcessor.States[`${name}Done`].OutputPath).toBeNull();
  });

  it('takes one batch at a time, so that a new account has room for readers', () => {
    expect(map.MaxConcurrency).toBe(1);
  });
});

it('has a map for each part', () => {
  expect(maps.map(([name]) => name)).toEqual([...rebuildParts]);
});

describe('a deployment', () => {
  const resource = only('Custom::RebuildOnDeploy');
  const folder = mkdtempSync(join(tmpdir(), 'galley-made-of-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function bundles(changes: Record<string, string> = {}): string {
    const files = { 'ingest/index.mjs': '1', 'images/index.mjs': '2', 'render/index.mjs': '3' };
    for (const [name, text] of Object.entries({ ...files, ...changes })) {
      mkdirSync(join(folder, dirname(name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return madeOf(folder);
  }

  it.each(['ingest', 'images', 'render'])('starts it when %s is another', (step) => {
    expect(bundles({ [`${step}/index.mjs`]: 'changed' })).not.toBe(bundles());
  });

  it('does not start it when no page is made otherwise', () => {
    const before = bundles();
    expect(bundles({ 'replies/index.mjs': 'changed', 'render/index.mjs.map': '{}' })).toBe(before);
  });

  it('starts it when the address of the site is another', () => {
    expect(JSON.stringify(resource.Properties.SiteUrl)).toContain('DomainName');
  });

  it('starts it when all that it needs is as it should be', () => {
    for (const id of [
      'IngestFunction',
      'ImagesFunction',
      'RenderFunction',
      'PlanFunction',
      'RebuildMachine',
      'RebuildMachineDistributedMapPolicy',
      'RebuildMapRuns',
      'RebuildListsPolicy',
      'SiteDistribution',
    ]) {
      const pattern = new RegExp(`^${id}[0-9A-F]{8}$`);
      expect([id, resource.DependsOn?.some((on) => pattern.test(on))]).toEqual([id, true]);
    }
  });

  it('has it wait as long as an invocation with the code of before may last', () => {
    const longest = Object.values(resourcesOf('AWS::Lambda::Function'))
      .filter(({ Properties }) =>
        /^(ingest|images|route|render)$/.test(
          Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME,
        ),
      )
      .map(({ Properties }) => Properties.Timeout);
    expect(resource.Properties.Wait).toBe(Math.max(...longest));
  });

  it('does not stand still for an hour when no answer comes', () => {
    expect(resource.Properties.ServiceTimeout).toBe('120');
  });
});

/** With the references in it as words. */
function definitionOf({ Properties }: Resource): {
  StartAt: string;
  States: Record<string, StateJson>;
} {
  const [, parts] = Properties.DefinitionString['Fn::Join'] as [string, unknown[]];
  const text = parts.map((part) => (typeof part === 'string' ? part : 'reference')).join('');
  return JSON.parse(text);
}
