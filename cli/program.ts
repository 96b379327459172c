import type { Command } from 'commander';
import { commandLine, runCommand } from './command-line.ts';
import { addBuild } from './commands/build.ts';
import { addCheck } from './commands/check.ts';
import { addCompletion } from './commands/completion.ts';
import { addDoctor } from './commands/doctor.ts';
import { addEnv } from './commands/env.ts';
import { addNew } from './commands/new.ts';
import { addPreview } from './commands/preview.ts';
import { addPublish } from './commands/publish.ts';
import { addRebuild } from './commands/rebuild.ts';
import { addReplies } from './commands/replies.ts';
import { addSchema } from './commands/schema.ts';
import { addStart } from './commands/start.ts';
import { addStatus } from './commands/status.ts';
import { addUnpublish } from './commands/unpublish.ts';

const commands = [
  addStart,
  addNew,
  addCheck,
  addPreview,
  addBuild,
  addPublish,
  addUnpublish,
  addStatus,
  addReplies,
  addRebuild,
  addDoctor,
  addSchema,
  addEnv,
  addCompletion,
];

/** The command line with all commands. */
export function galley(): Command {
  return commandLine(commands);
}

/** Runs one command; see `runCommand`. */
export function run(args: string[], say: (words: string) => void): Promise<number | undefined> {
  return runCommand(galley(), args, say);
}
