import { Command, CommanderError } from 'commander';
import colors from 'picocolors';
import { exitCodeOf, explain, Failure } from './failure.ts';

/** Shown below the help of a command. */
const examples: Record<string, string> = {
  start: 'npm start -- --port 3000',
  build: 'npx galley build site --replies replies.ndjson',
  preview: 'npx galley preview --port 3000',
  env: 'eval "$(npx galley env)" && aws s3 ls "s3://$GALLEY_CONTENT_BUCKET"',
  new: 'npx galley new "The harbour wall holds" --section news',
  check: 'npx galley check content',
  publish: 'npx galley publish content/articles/2026/11/harbour-wall.md',
  unpublish: 'npx galley unpublish articles/2026/11/harbour-wall.md',
  schema: 'npx galley schema site > site.schema.json',
  status: 'npx galley status content/articles',
  doctor: 'npx galley doctor --stack Galley',
  completion: 'eval "$(npx galley completion bash)"',
  replies: 'npx galley replies approve 01k9zs --why "answers the question"',
  rebuild: 'npx galley rebuild --stack Galley',
};

const overview = `
Examples:
  npm start                      the whole newsroom on this machine
  npx galley check content       look for mistakes, offline
  npx galley preview             see the site change while writing, without AWS
  npx galley build site          the whole site into a folder
  npx galley publish FILE        upload a file and wait until it is live
  npx galley replies             what waits for a decision

Exit status: 0 done, 1 refused, 2 any other trouble.`;

/** The command line with some commands, or all. It throws instead of exiting, so that errors become words in one place. */
export function commandLine(commands: ((program: Command) => void)[]): Command {
  const program = new Command('galley')
    .description(
      'A newsroom without servers: Markdown in, static pages with moderated replies out.',
    )
    .addHelpText('after', overview)
    .configureOutput({ outputError: () => {} })
    .exitOverride();
  for (const add of commands) add(program);
  for (const command of program.commands) {
    command.addHelpText('after', `\nExample:\n  ${examples[command.name()]}`);
  }
  return program;
}

/**
 * Runs one command.
 *
 * @param args what was typed after `galley`
 * @param say takes the words for people, when something went wrong
 * @returns the exit status; undefined when the command has set its own
 */
export async function runCommand(
  program: Command,
  args: string[],
  say: (words: string) => void,
): Promise<number | undefined> {
  try {
    await program.parseAsync(args.length > 0 ? args : ['--help'], { from: 'user' });
    return undefined;
  } catch (error) {
    const failure = error instanceof CommanderError ? misuse(error) : error;
    if (failure === undefined) return 0;
    say(colors.red(explain(failure)));
    return exitCodeOf(failure);
  }
}

/** Commander also throws when it has printed the help, which is no failure. */
function misuse(error: CommanderError): Failure | undefined {
  if (error.exitCode === 0) return undefined;
  return new Failure(`galley: ${error.message.replace(/^error: /, '')}`, {
    advice: '"npx galley --help" lists the commands, "npx galley COMMAND --help" explains one.',
  });
}
