import type { Command } from 'commander';
import { type CheckedFile, checkPaths } from '../newsroom/check-paths.ts';
import { anyRefused, countProblems, problemText, summary } from '../newsroom/problem-words.ts';
import { printableJson } from '../newsroom/reply-words.ts';
import { type Terminal, terminal } from '../terminal.ts';

export function addCheck(program: Command): void {
  program
    .command('check')
    .description('look for mistakes in articles, pages, images and settings, offline')
    .argument('<path...>', 'files and folders')
    .option('--json', 'print the findings as JSON', false)
    .action(async (paths: string[], options: { json: boolean }) => {
      process.exitCode = await check(paths, { ...options, now: new Date() }, terminal);
    });
}

/** @returns the exit status: 0 when all of it would be published, 1 when something would be refused */
export async function check(
  paths: string[],
  { json, now }: { json: boolean; now: Date },
  { print, say }: Terminal,
): Promise<0 | 1> {
  const files = await checkPaths(paths, now);
  if (json) {
    print(printableJson({ files: files.map(shown), ...countProblems(files) }));
  } else {
    for (const file of files) if (file.problems.length > 0) print(problemText(file));
    say(summary(files));
  }
  return anyRefused(files) ? 1 : 0;
}

/** A file outside of any content folder has no key yet. */
function shown({ path, root, key, problems }: CheckedFile) {
  return { path, ...(root ? { key } : {}), problems };
}
