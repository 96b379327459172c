import { join } from 'node:path';
import { bundle } from './build/bundle.ts';

/** Run by the CDK before it synthesizes: see `build` in cdk.json. */
await bundle(join(import.meta.dirname, '../dist/functions')).catch((error: object) => {
  // esbuild has already said which line of which file is wrong; a stack trace would only push that away.
  if (!('errors' in error)) throw error;
  process.exitCode = 1;
});
