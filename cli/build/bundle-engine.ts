import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildFailure, build } from 'esbuild';
import { bundleOptions } from '../../infra/build/bundle.ts';
import { themeFolder } from '../../infra/build/compile-theme.ts';
import { readTheme } from '../../infra/build/theme-files.ts';
import { Failure } from '../failure.ts';
import { projectRoot } from '../local/places.ts';

/** The file that a thread begins with: Node keeps what it compiles for each thread only when it is told to. */
const thread = `import { enableCompileCache } from 'node:module';
enableCompileCache();
await import('./engine.mjs');
`;

/** What is wrong is nearly always in a template, and is told like a problem of an article. */
function explained(cause: BuildFailure): never {
  const [first] = cause.errors;
  const { file, line, column } = first?.location ?? { file: '', line: 1, column: 0 };
  throw new Failure(`The pages cannot be made: ${first?.text ?? cause.message}`, {
    ...(file ? { where: `${file}:${line}:${column + 1}` } : {}),
    cause,
  });
}

/** Makes the engine of `galley build` in a folder. @returns what it was made of, and the files that it is */
export async function bundleEngine(
  folder: string,
): Promise<{ inputs: string[]; outputs: string[] }> {
  const { metafile } = await build({
    ...bundleOptions,
    entryPoints: [{ in: 'cli/build/engine.ts', out: 'engine' }],
    outdir: folder,
    // The encoder of images is loaded when there is one to encode.
    splitting: true,
    chunkNames: 'chunk-[hash]',
    external: ['sharp'],
    logLevel: 'silent',
  }).catch(explained);
  writeFileSync(join(folder, 'thread.mjs'), thread);
  const theme = [...readTheme(themeFolder).keys()].map((file) => join('templates', file));
  const code = Object.keys(metafile.inputs).filter((file) => !file.includes(':'));
  const own = readdirSync(join(projectRoot, 'infra/build')).map((file) => `infra/build/${file}`);
  return {
    inputs: [...code, ...theme, ...own],
    outputs: Object.keys(metafile.outputs).map((file) => join(projectRoot, file)),
  };
}
