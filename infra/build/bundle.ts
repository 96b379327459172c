import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { stepNames } from '../config.ts';
import { handlebarsPlugin } from './handlebars.ts';
import { bringLibraries } from './libraries.ts';
import { plainFieldsPlugin } from './plain-fields.ts';
import { plainSchemas } from './plain-schemas.ts';

const root = join(import.meta.dirname, '../..');

/**
 * One bundle for each step in `<folder>/<step>/index.mjs`. Lambda gets no packages beside it, but for the libraries of
 * sharp in that of images.
 *
 * Made beside and moved file by file: a deployment under way, in another terminal or a test, still finds all of them.
 */
export async function bundle(folder: string): Promise<void> {
  const staging = `${folder}.${process.pid}`;
  try {
    const { metafile } = await esbuild(staging);
    for (const file of Object.keys(metafile.outputs)) {
      const made = join(root, file);
      const target = join(folder, relative(staging, made));
      await mkdir(dirname(target), { recursive: true });
      await rename(made, target);
    }
    await bringLibraries(join(folder, 'images'));
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** How code of this project becomes modules of its own, theme included: for Lambda, and for `galley build`. */
export const bundleOptions = {
  absWorkingDir: root,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  metafile: true,
  charset: 'utf8',
  // ES modules first: only those can be shaken, which halves the AWS SDK.
  mainFields: ['module', 'main'],
  alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
  // Some packages are CommonJS and call require, which ES modules do not have.
  banner: {
    js: "import{createRequire as galleyRequire}from'node:module';const require=galleyRequire(import.meta.url);",
  },
  plugins: [handlebarsPlugin(), plainFieldsPlugin()],
  logLevel: 'warning',
} satisfies BuildOptions;

function esbuild(outdir: string) {
  return build({
    ...bundleOptions,
    entryPoints: stepNames.map((step) => ({
      in: `functions/${step}/handler.ts`,
      out: `${step}/index`,
    })),
    outdir,
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    plugins: [plainSchemas(), credentialsFromEnvironment(), ...bundleOptions.plugins],
  });
}

/**
 * Lambda hands credentials over in the environment. The SDK's default chain would bring sign-on, profiles and
 * metadata services into every bundle: 110 KB that never run.
 */
function credentialsFromEnvironment(): Plugin {
  return {
    name: 'credentials-from-environment',
    setup({ onResolve }) {
      onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, () => ({
        path: join(import.meta.dirname, 'environment-credentials.ts'),
      }));
    },
  };
}
