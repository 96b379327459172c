import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { handlebarsPlugin } from '../../../infra/build/handlebars.ts';

/** Files that a step's bundle is made of. */
async function inputsOf(step: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [`functions/${step}/handler.ts`],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    plugins: [handlebarsPlugin()],
    logLevel: 'silent',
  });
  return Object.keys(metafile.inputs);
}

describe('a bundle that renders pages', () => {
  it.each(['render', 'replies'])('carries no compiler of templates: %s', async (step) => {
    const inputs = await inputsOf(step);
    const handlebars = inputs.filter((input) => input.includes('node_modules/handlebars/'));
    expect(handlebars).toContain('node_modules/handlebars/dist/cjs/handlebars.runtime.js');
    expect(handlebars.filter((input) => /compiler|parser|visitor|source-map/.test(input))).toEqual(
      [],
    );
  });
});
