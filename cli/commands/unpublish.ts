import type { Command } from 'commander';
import { findNewsroom } from '../newsroom/find-newsroom.ts';
import type { Desk } from '../newsroom/newsroom.ts';
import { printableJson } from '../newsroom/reply-words.ts';
import { keyNamed, type Unpublished, unpublish } from '../newsroom/unpublish.ts';
import { type Progress, silent, terminalProgress } from '../progress.ts';
import { type Terminal, terminal } from '../terminal.ts';

type Options = { json: boolean; deadline?: number };

export function addUnpublish(program: Command): void {
  program
    .command('unpublish')
    .description('delete files from the newsroom and wait until their pages are gone')
    .argument('<name...>', 'keys such as articles/2026/11/wall.md, or addresses of pages')
    .option('--stack <name>', 'a deployed stack instead of the platform on this machine')
    .option('--json', 'print what was taken down as JSON', false)
    .action(async (names: string[], { stack, json }: { stack?: string; json: boolean }) => {
      const desk = await findNewsroom(stack);
      const progress = json ? silent : terminalProgress(process.stderr);
      await takeDown(desk, names, { json }, terminal, progress);
    });
}

/** When one of the names is wrong, nothing is deleted. */
export async function takeDown(
  desk: Desk,
  names: string[],
  { json, deadline }: Options,
  { print, say }: Terminal,
  progress: Progress,
): Promise<void> {
  const keys = [...new Set(await Promise.all(names.map((name) => keyNamed(desk, name))))];
  const gone: Unpublished[] = [];
  await progress.step('Unpublish', async (note) => {
    for (const key of keys) {
      gone.push(await unpublish(desk, key, deadline));
      note(`${gone.length} of ${keys.length}`);
    }
  });
  if (json) return print(printableJson(gone));
  for (const { key, url } of gone) print(url ?? key);
  say('Earlier versions stay in the content bucket: publish the file again to bring it back.');
}
