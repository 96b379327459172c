import { type Command, InvalidArgumentError } from 'commander';
import colors from 'picocolors';
import { previewPlaces } from '../build/places.ts';
import { startPreview } from '../preview/preview.ts';
import { terminalProgress } from '../progress.ts';

type Options = { content: string; port: number };

export function addPreview(program: Command): void {
  program
    .command('preview')
    .description('see the site while writing it: drafts too, and each change as it is saved')
    .option('--content <folder>', 'the content folder', 'content')
    .option('--port <number>', 'port of the site; 0 for any', portOf, 4000)
    .action(preview);
}

async function preview({ content, port }: Options): Promise<void> {
  const progress = terminalProgress();
  const places = previewPlaces(content);
  const running = await progress.step(`Reading ${content}`, () =>
    startPreview({ places, port, progress }),
  );
  progress.say(`\n  ${colors.bold(running.url)}            the site`);
  progress.say(`  ${running.url}/_preview/  drafts, scheduled articles, problems\n`);
  progress.say(colors.dim('Ctrl-C ends it.'));
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, resolve);
  });
  await running.close();
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a number from 0 to 65535.');
}
