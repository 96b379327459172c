import { isMainThread } from 'node:worker_threads';
import { serve } from './worker.ts';

// What the CLI and the threads of a build load: one module with the theme in it.
export { type Built, buildSite } from './build-site.ts';
export { PreviewSite } from './preview-site.ts';

if (!isMainThread) serve();
