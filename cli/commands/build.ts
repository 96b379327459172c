import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import type { Built } from '../build/build-site.ts';
import { buildWords, problemsIn } from '../build/build-words.ts';
import { loadEngine } from '../build/load-engine.ts';
import { buildPlaces } from '../build/places.ts';
import { printableJson } from '../newsroom/reply-words.ts';
import { type Progress, silent, terminalProgress } from '../progress.ts';
import { type Terminal, terminal } from '../terminal.ts';

type Options = { content: string; replies?: string; url?: string; json: boolean };

export function addBuild(program: Command): void {
  program
    .command('build')
    .description(
      'write the whole site into a folder, from local files and an export of the replies',
    )
    .argument('<folder>', 'where the site goes; empty, not there yet, or made by a build before')
    .option('--content <folder>', 'the content folder', 'content')
    .option('--replies <file>', 'an export of the replies, one a line as JSON')
    .option('--url <address>', 'public address, for a site.yaml that names none')
    .option('--json', 'print what was built as JSON', false)
    .action(async (folder: string, options: Options) => {
      const progress = options.json ? silent : terminalProgress(process.stderr);
      process.exitCode = await build(folder, options, { now: new Date(), progress, terminal });
    });
}

export type BuildSurroundings = { now: Date; progress: Progress; terminal: Terminal };

/** @returns the exit status: 0 when all of it was built, 1 when something was refused and the rest was built */
export async function build(
  folder: string,
  options: Options,
  { now, progress, terminal: { print, say } }: BuildSurroundings,
): Promise<0 | 1> {
  const places = buildPlaces(folder, options.content);
  const built = await progress.step(`Building ${folder}`, async (note) => {
    const engine = await loadEngine(places.engines);
    const built = await engine.buildSite({
      ...places,
      siteUrl: (options.url ?? '').replace(/\/$/, ''),
      ...(options.replies ? { replies: options.replies } : {}),
      now,
      engine,
      threads: availableParallelism(),
      note,
    });
    note(buildWords(built));
    return built;
  });
  const { problems, refused } = problemsIn(built.reports, options.content);
  if (options.json) print(printableJson(shown(built)));
  else if (problems) say(problems);
  return refused ? 1 : 0;
}

function shown({ reports, ...counts }: Built) {
  return { ...counts, reports };
}
