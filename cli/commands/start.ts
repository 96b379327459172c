import { relative } from 'node:path';
import type { Command } from 'commander';
import colors from 'picocolors';
import { reportText } from '../../functions/ingest/report.ts';
import { addressOf } from '../../functions/shared/model.ts';
import { Failure } from '../failure.ts';
import { boot, type Platform } from '../local/boot.ts';
import { contentFolder, goLive } from '../local/go-live.ts';
import { defaultPlaces, projectRoot } from '../local/places.ts';
import { readPlatformState } from '../local/platform-state.ts';
import { watch } from '../local/watch.ts';
import { watchReplies } from '../local/watch-replies.ts';
import { printable } from '../newsroom/reply-words.ts';
import { type Progress, terminalProgress } from '../progress.ts';

type StartOptions = { port: number; fresh: boolean; watch: boolean };

export function addStart(program: Command): void {
  program
    .command('start')
    .description('run the whole newsroom on this machine and keep watching the files')
    .option('--port <number>', 'port of the site', portOf, 8080)
    .option('--fresh', 'forget everything: content versions, replies, settings', false)
    .option('--no-watch', 'do not watch the files')
    .action((options: StartOptions) => start(options));
}

async function start({ port, fresh, watch: watching }: StartOptions): Promise<void> {
  const progress = terminalProgress();
  const stop = new AbortController();
  let forced = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stop.signal.aborted) return;
    forced = signal !== 'SIGINT';
    progress.say(`\n${colors.dim('Ending …')}`);
    stop.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  const started = Date.now();
  const parts = { places: defaultPlaces, progress, signal: stop.signal };
  let platform: Platform | undefined;
  try {
    platform = await boot({ ...parts, port, fresh, endpoint: await endpointToUse() });
    const refused = await goLive(platform, contentFolder, parts);
    for (const report of refused) progress.say(colors.yellow(`\n${printable(reportText(report))}`));
    await welcome(platform, progress, (Date.now() - started) / 1000, watching);
    await untilEnd(platform, progress, watching, stop.signal);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  } finally {
    await platform?.close();
  }
  if (stop.signal.aborted) progress.say(colors.dim('Ended. Replies and versions are kept.'));
  process.exitCode = forced ? 143 : 0;
}

async function untilEnd(
  platform: Platform,
  progress: Progress,
  watching: boolean,
  signal: AbortSignal,
): Promise<void> {
  const options = { folder: contentFolder, places: defaultPlaces, progress };
  const unwatch = watching ? await watch(platform, options) : async () => {};
  const replies = watchReplies(platform.newsroom, progress, signal);
  const aborted = new Promise<'aborted'>((resolve) => {
    if (signal.aborted) resolve('aborted');
    signal.addEventListener('abort', () => resolve('aborted'), { once: true });
  });
  const why = await Promise.race([aborted, platform.ended]);
  await unwatch();
  if (why !== 'aborted') {
    throw new Failure('The emulator ended by itself.', {
      where: `What it said last: ${defaultPlaces.logs}/emulator.log`,
      advice: 'Start again with "npm start".',
    });
  }
  await replies;
}

/** A shell that has our own variables from an earlier run does not mean another endpoint. */
async function endpointToUse(): Promise<string | undefined> {
  const named = process.env.AWS_ENDPOINT_URL;
  const before = await readPlatformState(defaultPlaces);
  const own = [process.env.GALLEY_LOCAL_ENDPOINT, before?.endpoint];
  return named && !own.includes(named) ? named : undefined;
}

async function welcome(
  platform: Platform,
  progress: Progress,
  seconds: number,
  watching: boolean,
): Promise<void> {
  const { newsroom, url } = platform;
  const [newest] = await newsroom.catalog.latest('home', 1);
  if (platform.lost) {
    progress.say(
      colors.yellow(
        '\nThe run before did not end in order: replies that came in during it are lost.',
      ),
    );
  }
  const lines: [string, string][] = [
    ['Home', colors.cyan(`${url}/`)],
    ...(newest
      ? [['An article', colors.cyan(`${url}/${addressOf(newest.id)}`)] as [string, string]]
      : []),
    [
      'Content',
      `${relative(projectRoot, contentFolder)}/${watching ? '  (a saved file is live in about a second)' : ''}`,
    ],
    ['Moderate', 'npx galley replies'],
    ['Any AWS tool', 'eval "$(npx galley env)"'],
    ['End', 'Ctrl-C'],
  ];
  const body = lines.map(([label, text]) => `  ${label.padEnd(13)}${text}`).join('\n');
  progress.say(`\n${colors.bold('Galley is live')} after ${seconds.toFixed(1)} s\n\n${body}\n`);
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Failure(`--port must be a number from 0 to 65535, not "${text}".`);
}
