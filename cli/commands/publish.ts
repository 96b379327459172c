import type { Command } from 'commander';
import { reportText } from '../../functions/ingest/report.ts';
import { findNewsroom } from '../newsroom/find-newsroom.ts';
import type { Desk } from '../newsroom/newsroom.ts';
import { anyRefused, problemText } from '../newsroom/problem-words.ts';
import { filesToPublish, type Published, publishFiles } from '../newsroom/publish.ts';
import { printable } from '../newsroom/reply-words.ts';
import { type Progress, terminalProgress } from '../progress.ts';
import { type Terminal, terminal } from '../terminal.ts';

type PublishOptions = { as?: string; now: Date; deadline?: number };

export function addPublish(program: Command): void {
  program
    .command('publish')
    .description('check and upload files, wait until they are live, and print their addresses')
    .argument('<file...>', 'articles, pages, images or site.yaml, in a content folder')
    .option('--as <key>', 'where one file goes, such as articles/2026/11/harbour-wall.md')
    .option('--stack <name>', 'a deployed stack instead of the platform on this machine')
    .action(async (paths: string[], { stack, as }: { stack?: string; as?: string }) => {
      const desk = await findNewsroom(stack);
      const options = { ...(as ? { as } : {}), now: new Date() };
      const progress = terminalProgress(process.stderr);
      process.exitCode = await publish(desk, paths, options, terminal, progress);
    });
}

/** @returns the exit status: 0 when all of it is live, or stored as a draft, 1 when something was refused */
export async function publish(
  desk: Desk,
  paths: string[],
  options: PublishOptions,
  { print, say }: Terminal,
  progress: Progress,
): Promise<0 | 1> {
  const { files, replaced } = await filesToPublish(desk, paths, options);
  if (anyRefused(files)) {
    for (const file of files) if (file.problems.length > 0) say(problemText(file));
    say('Nothing was uploaded. Correct this and publish again.');
    return 1;
  }
  for (const key of replaced)
    say(`${key} is not the newsroom's version: this one takes its place.`);
  const published = await progress.step('Publish', async (note) => {
    const done: Published[] = [];
    for await (const each of publishFiles(desk, files, options.deadline)) {
      note(`${done.push(each)} of ${files.length}`);
    }
    return done;
  });
  for (const each of published) tell(each, { print, say });
  return published.some(({ outcome }) => outcome.kind === 'refused') ? 1 : 0;
}

function tell({ file, outcome }: Published, { print, say }: Terminal): void {
  if ('report' in outcome) say(printable(reportText(outcome.report)));
  if (outcome.kind === 'live') print(outcome.url);
  if (outcome.kind === 'quiet') say(`${file.path} is stored as a draft: nothing of it shows.`);
}
