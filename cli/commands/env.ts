import type { Command } from 'commander';
import { awsVariables } from '../local/environment.ts';
import { defaultPlaces } from '../local/places.ts';
import { runningPlatform } from '../local/platform-state.ts';
import { factsOf, factVariables } from '../newsroom/facts.ts';
import { notRunning, outputsOf, ready } from '../newsroom/find-newsroom.ts';
import { printableJson } from '../newsroom/reply-words.ts';

export function addEnv(program: Command): void {
  program
    .command('env')
    .description(
      'print variables that point any AWS tool at the newsroom: eval "$(npx galley env)"',
    )
    .option('--stack <name>', 'a deployed stack instead of the platform on this machine')
    .option('--json', 'print them as JSON', false)
    .action(async ({ stack, json }: { stack?: string; json: boolean }) => {
      const variables = stack ? factVariables(factsOf(await outputsOf(stack))) : await local();
      process.stdout.write(json ? `${printableJson(variables)}\n` : exportLines(variables));
    });
}

async function local(): Promise<Record<string, string>> {
  const platform = await runningPlatform(defaultPlaces);
  if (!platform) throw notRunning();
  const running = ready(platform);
  return {
    ...awsVariables(running.endpoint, running.caFile),
    // One that the shell has belongs to other keys.
    AWS_SESSION_TOKEN: '',
    ...factVariables({ ...factsOf(running.outputs), siteUrl: running.url }),
    // Lets a later "npm start" from the same shell know that this endpoint was its own.
    GALLEY_LOCAL_ENDPOINT: running.endpoint,
  };
}

/** Lines for a POSIX shell. Values are quoted, whatever they hold. */
export function exportLines(variables: Record<string, string>): string {
  return Object.entries(variables)
    .map(([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'\n`)
    .join('');
}
