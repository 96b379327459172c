import { join } from 'node:path';
import { bundle } from './build/bundle.ts';

/** Run by the CDK before it synthesizes: see `build` in cdk.json. */
await bundle(join(import.meta.dirname, '../dist/functions'));
