import type { Command } from 'commander';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** A command with the words that may follow it: the names of its own commands, and its options. */
type Words = { path: string; words: string[]; described: [string, string][] };

/**
 * A script for a shell that completes commands and options, and files everywhere else. Made from the program itself, so
 * it knows what the program knows.
 */
export function completionScript(program: Command, shell: Shell): string {
  const all = wordsOf(program, '');
  return { bash, zsh, fish }[shell](all);
}

function wordsOf(command: Command, path: string): Words[] {
  const inner = command.commands.flatMap((each) => wordsOf(each, `${path} ${each.name()}`.trim()));
  const described: [string, string][] = [
    ...command.commands.map((each): [string, string] => [each.name(), each.description()]),
    ...command.options.map((each): [string, string] => [each.long ?? each.flags, each.description]),
    ['--help', 'display help for command'],
  ];
  return [{ path, words: described.map(([word]) => word), described }, ...inner];
}

/** Two words deep at most: `replies approve`. */
function bash(all: Words[]): string {
  const cases = all.map(({ path, words }) => `    "${path}") words="${words.join(' ')}" ;;`);
  return `# galley completion for bash: eval "$(npx galley completion bash)"
_galley() {
  local words here="" word current="\${COMP_WORDS[COMP_CWORD]}"
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$here \${word}" in
${all
  .filter(({ path }) => path !== '')
  .map(({ path }) => `      "${path.includes(' ') ? path : ` ${path}`}") here="${path}" ;;`)
  .join('\n')}
    esac
  done
  case "$here" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$current")
}
complete -o filenames -F _galley galley
`;
}

/** zsh runs bash's completions as they are. */
function zsh(all: Words[]): string {
  return `# galley completion for zsh: eval "$(npx galley completion zsh)"
autoload -U +X compinit && compinit
autoload -U +X bashcompinit && bashcompinit
${bash(all).split('\n').slice(1).join('\n')}`;
}

function fish(all: Words[]): string {
  const names = all.filter(({ path }) => path && !path.includes(' ')).map(({ path }) => path);
  const lines = all.flatMap(({ path, described }) =>
    described.map(([word, words]) => {
      const [first = '', second] = path.split(' ');
      const when = path
        ? `__fish_seen_subcommand_from ${first}${second ? `; and __fish_seen_subcommand_from ${second}` : ''}`
        : `not __fish_seen_subcommand_from ${names.join(' ')}`;
      const what = word.startsWith('--') ? `-l ${word.slice(2)}` : `-a ${word}`;
      return `complete -c galley -n "${when}" ${what} -d '${words.replaceAll("'", "\\'")}'`;
    }),
  );
  return `# galley completion for fish: npx galley completion fish | source\n${lines.join('\n')}\n`;
}
