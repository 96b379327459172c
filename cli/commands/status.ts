import type { Command } from 'commander';
import { reportText } from '../../functions/ingest/report.ts';
import { findNewsroom } from '../newsroom/find-newsroom.ts';
import type { Desk } from '../newsroom/newsroom.ts';
import { count } from '../newsroom/problem-words.ts';
import { firstWords, printable, printableJson } from '../newsroom/reply-words.ts';
import { type FileStatus, type Overview, overview, statusOf } from '../newsroom/status.ts';
import { type Terminal, terminal } from '../terminal.ts';

export function addStatus(program: Command): void {
  program
    .command('status')
    .description('what the newsroom has, or what became of files')
    .argument('[path...]', 'files and folders here, or keys such as articles/2026/11/wall.md')
    .option('--stack <name>', 'a deployed stack instead of the platform on this machine')
    .option('--json', 'print it as JSON', false)
    .action(async (paths: string[], { stack, json }: { stack?: string; json: boolean }) => {
      await showStatus(await findNewsroom(stack), paths, { json }, terminal);
    });
}

export async function showStatus(
  desk: Desk,
  paths: string[],
  { json }: { json: boolean },
  { print, say }: Terminal,
): Promise<void> {
  if (paths.length === 0) {
    const all = await overview(desk);
    return print(json ? printableJson(all) : overviewText(all));
  }
  const files = await statusOf(desk, paths);
  if (json) return print(printableJson(files));
  for (const file of files) {
    print(statusLine(file));
    if (file.report) say(printable(reportText(file.report)));
  }
}

function overviewText({ url, articles, pages, newest, held, waiting, reports }: Overview): string {
  return [
    url,
    `${count(articles, 'article')}, ${count(pages, 'standing page')}, ${count(held, 'held reply', 'held replies')}, ${count(waiting, 'message')} on the way`,
    ...newest.map(
      (card) => `  ${card.date.slice(0, 10)}  ${firstWords(card.title, 60)}  ${card.url}`,
    ),
    ...(reports.length > 0 ? [`${count(reports.length, 'report')}:`] : []),
    ...reports.map((key) => `  ${printable(key)}`),
  ].join('\n');
}

/** `articles/wall.md  live  https://…  (differs here)` */
function statusLine({ key, local, state, wakes, url, page, replies }: FileStatus): string {
  const notes = [
    ...(local && local !== 'same' ? [local === 'differs' ? 'differs here' : local] : []),
    ...(page === 'on its way' ? ['page on its way'] : []),
    ...(wakes ? [`changes ${wakes}`] : []),
    ...(replies ? [count(replies, 'reply', 'replies')] : []),
  ];
  const about = notes.length > 0 ? `(${notes.join(', ')})` : '';
  const stored = local === 'not uploaded' ? '' : 'stored';
  return [printable(key), state ?? stored, url ?? '', about].filter(Boolean).join('  ');
}
