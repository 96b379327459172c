import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { themeStylesheetHash } from './build/handlebars.ts';
import { bundlesFor } from './build/libraries.ts';
import { type Stage, stages } from './config.ts';
import { GalleyStack } from './galley-stack.ts';

/** The only file that reads the machine's environment: which stage, and what only that machine knows. */
const name = process.env.GALLEY_STAGE ?? 'production';
if (!(name in stages)) {
  const known = Object.keys(stages).join(', ');
  throw new Error(`GALLEY_STAGE is "${name}"; it must be one of: ${known} (infra/config.ts).`);
}
const siteUrl = process.env.GALLEY_SITE_URL;
const stage = { ...stages[name as Stage['name']], ...(siteUrl ? { siteUrl } : {}) };
const bundles = join(import.meta.dirname, '../dist/functions');

new GalleyStack(new App(), 'Galley', {
  stage,
  bundles: stage.machine ? await bundlesFor(stage.machine, bundles, 'images') : bundles,
  stylesheetHash: themeStylesheetHash(),
});
