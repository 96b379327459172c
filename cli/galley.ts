import type { Command } from 'commander';
import { commandLine, runCommand } from './command-line.ts';

// `galley replies | head` closes the pipe early, which is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const args = process.argv.slice(2);
const program = await programFor(args[0]);
const status = await runCommand(program, args, (words) => process.stderr.write(`${words}\n`));
if (status !== undefined) process.exitCode = status;

/** Commands that need no AWS are loaded alone: the others take longer to load than a site takes to build again. */
async function programFor(command: string | undefined): Promise<Command> {
  switch (command) {
    case 'build':
      return commandLine([(await import('./commands/build.ts')).addBuild]);
    case 'preview':
      return commandLine([(await import('./commands/preview.ts')).addPreview]);
    default:
      return (await import('./program.ts')).galley();
  }
}
