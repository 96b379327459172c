import { join } from 'node:path';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { placeOf } from '../../functions/ingest/places.ts';
import type { Report } from '../../functions/ingest/report.ts';
import { Failure } from '../failure.ts';
import { outcomeOf } from '../newsroom/published.ts';
import { renderEverything, untilQuiet } from '../newsroom/queues.ts';
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
  return progress.step('Wait for the pages', async (note) => {
    if (platform.lost) {
      for (const key of synced.all) await recheck(platform, key);
    }
    const refused: Report[] = [];
    let live = 0;
    const pages = [...synced.uploaded].filter(([key]) => 'id' in placeOf(key));
    for (const [key, version] of pages) {
      const outcome = await until(() => outcomeOf(newsroom, key, version), { signal });
      if (!outcome) throw notLive(`${key} did not become a page within a minute.`, places);
      if (outcome.kind === 'refused') refused.push(outcome.report);
      if (outcome.kind === 'live') note(`${++live} of ${pages.length}`);
    }
    await untilQuiet(newsroom, undefined, { signal });
    if (platform.redeployed || platform.lost) {
      note(`${await renderEverything(newsroom)} again`);
      await untilQuiet(newsroom, undefined, { signal });
    }
    await untilHome(platform, places, signal);
    return refused;
  });
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

async function recheck({ newsroom }: Platform, key: string): Promise<void> {
  const { facts, queues } = newsroom;
  const queue = key.startsWith('images/') ? facts.imagesQueue : facts.ingestQueue;
  await queues.send(
    new SendMessageCommand({ QueueUrl: queue, MessageBody: JSON.stringify({ key }) }),
  );
}

function notLive(message: string, places: Places): Failure {
  return new Failure(message, {
    where: `What the functions say: ${join(places.logs, 'emulator.log')}`,
    advice: 'If it is not clear from there, "npm start -- --fresh" starts from nothing.',
  });
}
