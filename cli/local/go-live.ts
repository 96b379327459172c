import { join } from 'node:path';
import { placeOf } from '../../functions/ingest/places.ts';
import type { Report } from '../../functions/ingest/report.ts';
import { explain, Failure } from '../failure.ts';
import { outcomeOf } from '../newsroom/published.ts';
import { untilQuiet } from '../newsroom/queues.ts';
import { rebuild } from '../newsroom/rebuild.ts';
import { printable } from '../newsroom/reply-words.ts';
import { until } from '../newsroom/until.ts';
import type { Progress } from '../progress.ts';
import type { Platform } from './boot.ts';
import { syncContent } from './content-sync.ts';
import { type Places, projectRoot } from './places.ts';

export const contentFolder = join(projectRoot, 'content');

type LiveOptions = { places: Places; progress: Progress; signal?: AbortSignal | undefined };

/**
 * Uploads the content folder and waits until the site shows it.
 *
 * @returns the reports on files that were refused
 */
export async function goLive(
  platform: Platform,
  folder: string,
  { places, progress, signal }: LiveOptions,
): Promise<Report[]> {
  const { newsroom } = platform;
  const synced = await progress.step('Upload the content', async (note) => {
    const result = await syncContent(newsroom, folder, places);
    const removed = result.removed.length > 0 ? `, ${result.removed.length} deleted` : '';
    note(`${result.uploaded.size} of ${result.all.length} files${removed}`);
    return result;
  });
  const refused = await progress.step('Wait for the pages', async (note) => {
    const found: Report[] = [];
    let live = 0;
    const pages = [...synced.uploaded].filter(([key]) => 'id' in placeOf(key));
    for (const [key, version] of pages) {
      const outcome = await until(() => outcomeOf(newsroom, key, version), { signal });
      if (!outcome) throw notLive(`${key} did not become a page within a minute.`, places);
      if (outcome.kind === 'refused') found.push(outcome.report);
      if (outcome.kind === 'live') note(`${++live} of ${pages.length}`);
    }
    await untilQuiet(newsroom, undefined, { signal });
    return found;
  });
  if (await isOwed(platform)) await bringAll(platform, progress, signal);
  await untilHome(platform, places, signal);
  return refused;
}

/**
 * Whether the site may not be as it should: what the emulator kept in memory is lost, or a rebuild is at work, which a
 * deployment with other templates starts, or did not come to its end.
 */
async function isOwed({ lost, newsroom: { runs } }: Platform): Promise<boolean> {
  const last = await runs.latest();
  return lost || (last !== undefined && (await runs.look(last)).status !== 'succeeded');
}

/** Says what went wrong and goes on: whoever mends it wants the platform to run. */
async function bringAll({ newsroom }: Platform, progress: Progress, signal?: AbortSignal) {
  try {
    const { failures } = await rebuild(newsroom, progress, { every: 200, signal });
    for (const { of, why } of failures) progress.say(`  ${printable(of)}: ${printable(why)}`);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    progress.say(explain(error));
  }
}

async function untilHome({ url }: Platform, places: Places, signal?: AbortSignal): Promise<void> {
  const answer = await until(
    async () => {
      const response = await fetch(`${url}/`, signal ? { signal } : {});
      return response.ok ? true : undefined;
    },
    { deadline: 30_000, signal },
  );
  if (!answer) throw notLive('The home page is not there.', places);
}

function notLive(message: string, places: Places): Failure {
  return new Failure(message, {
    where: `What the functions say: ${join(places.logs, 'emulator.log')}`,
    advice: 'If it is not clear from there, "npm start -- --fresh" starts from nothing.',
  });
}
