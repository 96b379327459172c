import type { Command } from 'commander';
import { reportText } from '../../functions/ingest/report.ts';
import { findNewsroom } from '../newsroom/find-newsroom.ts';
import type { Desk } from '../newsroom/newsroom.ts';
import { anyRefused, problemText } from '../newsroom/problem-words.ts';
import { filesToPublish, type Published, publishFiles } from '../newsroom/publish.ts';
import { printable, printableJson } from '../newsroom/reply-words.ts';
import { bar, type Progress, silent, terminalProgress } from '../progress.ts';
import { type Terminal, terminal } from '../terminal.ts';

type PublishOptions = {
  as?: string;
  now: Date;
  deadline?: number;
  /** Uploads what the newsroom has like that, too. */
  all?: boolean;
  json?: boolean;
};

type Typed = { stack?: string; as?: string; all: boolean; json: boolean };

export function addPublish(program: Command): void {
  program
    .command('publish')
    .description(
      'check and upload files, wait until they are live, and print their addresses or previews',
    )
    .argument(
      '<path...>',
      'files, folders or quoted patterns ("content/**/*.md"), in a content folder',
    )
    .option('--as <key>', 'where one file goes, such as articles/2026/11/harbour-wall.md')
    .option('--stack <name>', 'a deployed stack instead of the platform on this machine')
    .option('--all', 'upload what the newsroom already has like that, too', false)
    .option('--json', 'print what became of each file as JSON', false)
    .action(async (paths: string[], { stack, as, all, json }: Typed) => {
      const desk = await findNewsroom(stack);
      const options = { ...(as ? { as } : {}), now: new Date(), all, json };
      const progress = json ? silent : terminalProgress(process.stderr);
      process.exitCode = await publish(desk, paths, options, terminal, progress);
    });
}

/** @returns the exit status: 0 when all of it is live, or waits as a draft or for its date, 1 when something was refused */
export async function publish(
  desk: Desk,
  paths: string[],
  options: PublishOptions,
  { print, say }: Terminal,
  progress: Progress,
): Promise<0 | 1> {
  const { files, replaced, unchanged } = await filesToPublish(desk, paths, options);
  const { json } = options;
  if (anyRefused(files)) {
    if (json)
      print(
        printableJson({
          refused: files.map(({ path, key, problems }) => ({ path, key, problems })),
        }),
      );
    else for (const file of files) if (file.problems.length > 0) say(problemText(file));
    say('Nothing was uploaded. Correct this and publish again.');
    return 1;
  }
  for (const key of replaced)
    say(`${key} is not the newsroom's version: this one takes its place.`);
  if (unchanged.length > 0) say(sameAlready(unchanged, files.length));
  const published =
    files.length === 0
      ? []
      : await progress.step('Publish', async (note) => {
          const done: Published[] = [];
          for await (const each of publishFiles(desk, files, options.deadline)) {
            note(bar(done.push(each), files.length));
          }
          return done;
        });
  if (json) print(printableJson({ published: published.map(shown), unchanged }));
  else for (const each of published) tell(each, { print, say });
  return published.some(({ outcome }) => outcome.kind === 'refused') ? 1 : 0;
}

function sameAlready(unchanged: string[], others: number): string {
  const [first] = unchanged;
  const which = unchanged.length === 1 ? `${first} is` : `${unchanged.length} files are`;
  return `${which} published like that already${others === 0 ? '; --all uploads again' : ''}.`;
}

function shown({ file: { path, key }, outcome }: Published) {
  return { path, key, ...outcome };
}

function tell({ outcome }: Published, { print, say }: Terminal): void {
  if ('report' in outcome) say(printable(reportText(outcome.report)));
  if (outcome.kind === 'live') print(outcome.url);
  if (outcome.kind === 'quiet' && outcome.preview) print(outcome.preview);
}
