import { join } from 'node:path';
import { watch as watchFiles } from 'chokidar';
import colors from 'picocolors';
import { placeOf } from '../../functions/ingest/places.ts';
import { reportText } from '../../functions/ingest/report.ts';
import { explain } from '../failure.ts';
import {
  contentKeys,
  isContent,
  isStored,
  keyIn,
  readIfThere,
  upload,
} from '../newsroom/content-files.ts';
import { outcomeOf } from '../newsroom/published.ts';
import { renderEverything } from '../newsroom/queues.ts';
import { printable } from '../newsroom/reply-words.ts';
import { until } from '../newsroom/until.ts';
import type { Progress } from '../progress.ts';
import type { Platform } from './boot.ts';
import { removeContent, writeManifest } from './content-sync.ts';
import { type Places, projectRoot } from './places.ts';
import { type RunningCode, updateCode } from './rebuild-code.ts';

type WatchOptions = { folder: string; places: Places; progress: Progress };

/**
 * Keeps the platform in step with the files: content goes into the bucket, templates and functions into Lambda.
 *
 * @returns how to stop
 */
export async function watch(
  platform: Platform,
  options: WatchOptions,
): Promise<() => Promise<void>> {
  const { folder, places, progress } = options;
  const report = (error: unknown) => progress.say(colors.red(explain(error)));
  // A file that is still being written is taken when its size has not changed for a moment.
  const settled = {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: 80, pollInterval: 20 },
  };
  const content = watchFiles(folder, settled);
  content.on('all', (event, path) => {
    const key = keyIn(folder, path);
    if (!isContent(key) || !['add', 'change', 'unlink'].includes(event)) return;
    bring(platform, key, options).catch(report);
  });

  const running: RunningCode = new Map();
  const code = watchFiles(
    ['templates', 'functions', 'infra/build'].map((name) => join(projectRoot, name)),
    settled,
  );
  // One at a time: bundling takes all of the machine, and the last save must win.
  let work: Promise<unknown> = updateCode(platform, places, running).catch(report);
  let queued = false;
  code.on('all', (_event, path) => {
    if (queued) return;
    queued = true;
    work = work
      .then(() => {
        queued = false;
        return renew(platform, path, running, options);
      })
      .catch(report);
  });
  return async () => {
    await Promise.all([content.close(), code.close()]);
    await work;
  };
}

async function bring(
  platform: Platform,
  key: string,
  { folder, places, progress }: WatchOptions,
): Promise<void> {
  const { newsroom } = platform;
  const started = Date.now();
  const took = () => colors.dim(`${((Date.now() - started) / 1000).toFixed(1)} s`);
  const body = await readIfThere(join(folder, key));
  await writeManifest(places, await contentKeys(folder));
  if (!body) {
    await removeContent(newsroom, key);
    return progress.say(`${key} deleted`);
  }
  if (await isStored(newsroom, key, body)) return;
  const version = await upload(newsroom, key, body);
  if (!('id' in placeOf(key))) return progress.say(`${key} uploaded ${took()}`);
  const outcome = await until(() => outcomeOf(newsroom, key, version), { every: 100 });
  if (outcome?.kind === 'live') progress.say(`${key} is live: ${outcome.url} ${took()}`);
  if (outcome?.kind === 'quiet') {
    const where = outcome.preview ? `: ${outcome.preview}` : '';
    progress.say(`${key} is not live${where} ${took()}`);
  }
  if (outcome?.kind === 'refused')
    progress.say(colors.yellow(printable(reportText(outcome.report))));
}

async function renew(
  platform: Platform,
  path: string,
  running: RunningCode,
  { places, progress }: WatchOptions,
): Promise<void> {
  const name = path.slice(projectRoot.length + 1);
  await progress.step(name, async (note) => {
    const changed = await updateCode(platform, places, running);
    if (changed.length === 0) return note('changes no function');
    if (!changed.includes('render')) return note(`${changed.join(', ')} replaced`);
    const pages = await renderEverything(platform.newsroom);
    note(`${changed.join(', ')} replaced, ${pages} pages are rendered again`);
  });
}
