import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { env } from '../../functions/shared/layout.ts';
import { bundle } from '../../infra/build/bundle.ts';
import { bundlesFor } from '../../infra/build/libraries.ts';
import { stepNames } from '../../infra/config.ts';
import { root } from './galley.ts';

const scratch = mkdtempSync(join(tmpdir(), 'galley-bundles-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
await bundle(join(scratch, 'one'));
await bundle(join(scratch, 'two'));

describe.each(stepNames)('the bundle of %s', (step) => {
  const file = join(scratch, 'one', step, 'index.mjs');
  const sources: string[] = JSON.parse(readFileSync(`${file}.map`, 'utf8')).sources;

  it('has at most 700 KB', () => {
    expect(statSync(file).size).toBeLessThanOrEqual(700 * 1024);
  });

  it.each([
    ['version 2 of the AWS SDK', /node_modules\/aws-sdk\//],
    ['ways to sign on that Lambda never takes', /credential-provider-(node|ini|sso|http|process)/],
    ['the compiler of the templates, only what runs them', /handlebars\/.+\/compiler\//],
    [
      'the packages that make the infrastructure',
      /node_modules\/(aws-cdk-lib|constructs|esbuild)\//,
    ],
    ['infrastructure code except what bundles it', /\/infra\/(?!build\/)/],
  ])('does not carry %s', (_name, pattern) => {
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((source) => pattern.test(source))).toEqual([]);
  });

  it.each(['index.mjs', 'index.mjs.map'])('is the same when it is made again: %s', (name) => {
    const [one, two] = ['one', 'two'].map((made) => readFileSync(join(scratch, made, step, name)));
    expect(one?.equals(two ?? Buffer.of())).toBe(true);
  });

  it('starts with nothing but its variables, and its handler takes no callback', async () => {
    const names = Object.values(env).map((name) => [name, `https://sqs.test/${name}`]);
    const said = await start(file, Object.fromEntries(names));
    // Node 24 on Lambda refuses a handler with a third argument, the callback of old.
    expect(['0', '1', '2']).toContain(said);
  }, 20_000);

  it('does not start without them and names the first one', async () => {
    expect(await start(file, {})).toMatch(/The environment variable GALLEY_\w+ is not set/);
  }, 20_000);
});

describe('the bundle of images', () => {
  const modules = join(scratch, 'one', 'images', 'node_modules');
  const libraries = join(modules, '@img');

  it('has the libraries for this machine, which a function may hold', () => {
    const names = readdirSync(libraries);
    expect(names.map((name) => name.replace(/-\w+-\w+$/, '')).sort()).toEqual([
      'sharp',
      'sharp-libvips',
    ]);
    const files = readdirSync(libraries, { recursive: true, encoding: 'utf8' });
    const bytes = files.reduce((sum, file) => sum + statSync(join(libraries, file)).size, 0);
    // Lambda takes 250 MB, and what is larger takes longer to start.
    expect(bytes).toBeLessThan(25_000_000);
  });

  it('has a font, and its licence', () => {
    const files = readdirSync(join(modules, '@expo-google-fonts/source-serif-4'), {
      recursive: true,
    });
    expect(files).toContain('LICENSE_FONT');
    expect(files).toContain('700Bold/SourceSerif4_700Bold.ttf');
  });

  it('goes as it is to a machine of the same kind', async () => {
    const [library = ''] = readdirSync(libraries).filter((name) =>
      /^sharp-[^-]+-[^-]+$/.test(name),
    );
    const machine = library.replace('sharp-', '') as 'linux-x64';
    const folder = join(scratch, 'one');
    expect(await bundlesFor(machine, folder, 'images')).toBe(folder);
  });
});

/** Imports a bundle in plain Node. @returns the number of the handler's arguments, or what went wrong */
async function start(file: string, variables: Record<string, string>): Promise<string> {
  const script = `
    const said = await import(${JSON.stringify(file)}).catch(({ message }) => ({ message }));
    console.log(said.message ?? said.handler.length);`;
  const { stdout } = await promisify(execFile)(
    join(root, 'node_modules/.bin/node'),
    ['--input-type=module', '-e', script],
    { cwd: scratch, env: { AWS_REGION: 'eu-west-1', ...variables } },
  );
  return stdout.trim();
}
