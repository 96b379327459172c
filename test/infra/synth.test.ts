import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './galley.ts';

const scratch = mkdtempSync(join(tmpdir(), 'galley-synth-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

// That it makes the same again is told by bundles.test.ts and same-template.test.ts, which take no twenty seconds.
describe('npm run synth, without credentials, a home folder or a network,', () => {
  let said: string;
  beforeAll(async () => {
    said = await run('cdk', ['synth', '--quiet', '--output', scratch]);
  }, 120_000);

  it('makes the template of production', () => {
    const template = JSON.parse(readFileSync(join(scratch, 'Galley.template.json'), 'utf8'));
    const { Properties } = template.Resources.StorageComments07E2C1A4;
    expect(Properties.DeletionProtectionEnabled).toBe(true);
  });

  it('warns of nothing', () => {
    expect(said).not.toMatch(/warning/i);
  });

  it('knows neither account nor region, so it can be deployed to any', () => {
    const { artifacts } = JSON.parse(readFileSync(join(scratch, 'manifest.json'), 'utf8'));
    expect(artifacts.Galley.environment).toBe('aws://unknown-account/unknown-region');
  });
});

it('a stage that does not exist is refused with those that do', async () => {
  await expect(run('node', ['infra/app.ts'], { GALLEY_STAGE: 'staging' })).rejects.toThrow(
    'GALLEY_STAGE is "staging"; it must be one of: production, local (infra/config.ts).',
  );
}, 60_000);

/** A program of the project with nothing of this machine's environment. @returns what it said */
async function run(program: string, args: string[], more: Record<string, string> = {}) {
  const tools = join(root, 'node_modules/.bin');
  const nowhere = 'http://127.0.0.1:9';
  const { stdout, stderr } = await promisify(execFile)(join(tools, program), args, {
    cwd: root,
    env: {
      PATH: [tools, process.env.PATH].join(delimiter),
      HOME: scratch,
      HTTPS_PROXY: nowhere,
      HTTP_PROXY: nowhere,
      AWS_EC2_METADATA_DISABLED: 'true',
      ...more,
    },
  });
  return `${stdout}${stderr}`;
}
