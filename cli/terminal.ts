/** Where a command's words go: `print` for what was asked for, `say` for all words around it. */
export type Terminal = { print(text: string): void; say(text: string): void };

/** Answers on stdout and words on stderr, so that answers can be piped. */
export const terminal: Terminal = {
  print: (text) => void process.stdout.write(`${text}\n`),
  say: (text) => void process.stderr.write(`${text}\n`),
};
