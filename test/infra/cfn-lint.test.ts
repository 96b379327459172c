import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Template } from 'aws-cdk-lib/assertions';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cfnLint, type Linter } from './cfn-lint.ts';
import { galleyTemplate } from './galley.ts';

const folder = mkdtempSync(join(tmpdir(), 'galley-cfn-lint-'));
const templates = { production: galleyTemplate('production'), local: galleyTemplate('local') };
let lint: Linter;

// The first time it is installed: 12 seconds here, longer over a slow line.
beforeAll(async () => {
  lint = await cfnLint();
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(['production', 'local'] as const)(
  'cfn-lint finds nothing to say about the template for %s',
  async (stage) => {
    expect(await lint(written(stage, templates[stage].toJSON()))).toEqual([]);
  },
  60_000,
);

it('cfn-lint would find a property that does not exist', async () => {
  const json = templates.local.toJSON();
  json.Resources.StorageContent05955A69.Properties.Versioned = true;
  expect(await lint(written('broken', json))).toContainEqual(expect.stringContaining('Versioned'));
}, 60_000);

function written(name: string, json: ReturnType<Template['toJSON']>): string {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(json, undefined, 1));
  return file;
}
