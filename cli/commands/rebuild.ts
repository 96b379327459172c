import type { Command } from 'commander';
import { findNewsroom } from '../newsroom/find-newsroom.ts';
import { rebuild } from '../newsroom/rebuild.ts';
import { terminalProgress } from '../progress.ts';
import { terminal } from '../terminal.ts';

/** Milliseconds. On AWS the counts of a queue lag, and asking is not free. */
const pace = {
  here: { every: 300, patience: 120_000 },
  onAws: { every: 2000, patience: 300_000 },
};

export function addRebuild(program: Command): void {
  program
    .command('rebuild')
    .description('make the catalog and all pages anew from the uploads and the replies')
    .option('--stack <name>', 'a deployed stack instead of the platform on this machine')
    .action(async ({ stack }: { stack?: string }) => {
      const desk = await findNewsroom(stack);
      const progress = terminalProgress(process.stderr);
      await rebuild(desk, progress, stack ? pace.onAws : pace.here);
      terminal.print(`${desk.facts.siteUrl}/`);
    });
}
