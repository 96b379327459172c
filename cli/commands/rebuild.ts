import type { Command } from 'commander';
import { Failure } from '../failure.ts';
import { findNewsroom } from '../newsroom/find-newsroom.ts';
import { count } from '../newsroom/problem-words.ts';
import {
  lastFailures,
  type Outcome,
  prune,
  type RebuildDesk,
  rebuild,
  redrive,
} from '../newsroom/rebuild.ts';
import type { RebuildFailure } from '../newsroom/rebuild-failures.ts';
import { printable, printableJson } from '../newsroom/reply-words.ts';
import { type Progress, silent, terminalProgress } from '../progress.ts';
import { type Terminal, terminal } from '../terminal.ts';

/** Milliseconds between two looks. On AWS asking is not free. */
const every = { here: 300, onAws: 2000 };

/** So many failures are named; `--json` has all. */
const named = 20;

type Options = { redrive: boolean; failed: boolean; prune: boolean; json: boolean; stack?: string };

export function addRebuild(program: Command): void {
  program
    .command('rebuild')
    .description('make the catalog and all pages anew from the uploads and the replies')
    .option('--redrive', 'only what the last rebuild could not do', false)
    .option('--failed', 'only tell what the last rebuild could not do', false)
    .option('--prune', 'and remove files of earlier themes, which open pages may still want', false)
    .option('--stack <name>', 'a deployed stack instead of the platform on this machine')
    .option('--json', 'print what was done, and what could not be, as JSON', false)
    .action(async (options: Options) => {
      const desk = await findNewsroom(options.stack);
      const progress = options.json ? silent : terminalProgress(process.stderr);
      const stop = new AbortController();
      process.once('SIGINT', () => stop.abort());
      const looks = { every: options.stack ? every.onAws : every.here, signal: stop.signal };
      try {
        await runRebuild(desk, options, looks, terminal, progress);
        if (!options.json) terminal.print(`${desk.facts.siteUrl}/`);
      } catch (error) {
        if (!stop.signal.aborted) throw error;
        terminal.say('The rebuild goes on. "npx galley rebuild" shows how far it is.');
        process.exitCode = 130;
      }
    });
}

/** @throws Failure when something could not be done */
export async function runRebuild(
  desk: RebuildDesk,
  options: Omit<Options, 'stack'>,
  looks: { every: number; signal?: AbortSignal },
  { print, say }: Terminal,
  progress: Progress,
): Promise<void> {
  const outcome = await wanted(desk, options, looks, progress);
  const { rebuilt, failures } = outcome;
  const pruned =
    options.prune && failures.length === 0 ? await prune(desk, progress, looks.every) : undefined;
  if (options.json)
    print(printableJson({ ...outcome, ...(pruned === undefined ? {} : { pruned }) }));
  else if (rebuilt) say(rebuiltWords(rebuilt));
  else if (failures.length === 0) say('The last rebuild left nothing undone.');
  if (failures.length > 0) throw incomplete(failures);
}

async function wanted(
  desk: RebuildDesk,
  options: Omit<Options, 'stack'>,
  looks: { every: number; signal?: AbortSignal },
  progress: Progress,
): Promise<Outcome> {
  if (options.failed) return { failures: (await lastFailures(desk)) ?? [] };
  if (options.redrive) return (await redrive(desk, progress, looks)) ?? { failures: [] };
  return rebuild(desk, progress, looks);
}

function rebuiltWords({ images, texts, pages }: NonNullable<Outcome['rebuilt']>): string {
  return `${count(images, 'image')}, ${count(texts, 'file')} and ${count(pages, 'page')} are in order.`;
}

function incomplete(failures: RebuildFailure[]): Failure {
  const lines = failures
    .slice(0, named)
    .map(({ of, why }) => `  ${printable(of)}  ${printable(why)}`);
  const more = failures.length - lines.length;
  return new Failure(`${failures.length} could not be done; what is there stays as it was.`, {
    where: [...lines, ...(more > 0 ? [`  and ${more} more: --json names all`] : [])].join('\n'),
    advice:
      'Mend the cause (docs/runbook.md#a-rebuild-is-incomplete), then "npx galley rebuild --redrive".',
  });
}
