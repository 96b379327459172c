import type { Token } from 'markdown-it';
import type { At } from './problems.ts';

/**
 * Finds where a token of a Markdown text stands in its file. Blocks know their lines; a paragraph's text is its
 * lines without indentation and quote marks, so an inline token's column is found by searching its line.
 *
 * @param line of the file on which the text begins
 * @param offsets of inline tokens in the text of their paragraph
 */
export function locator(body: string, line: number, offsets: WeakMap<Token, number>) {
  const lines = body.split('\n');
  /** @param inline a child of the block's token */
  return (block: Token, inline?: Token): At => {
    const first = block.map?.[0] ?? 0;
    const offset = inline && offsets.get(inline);
    if (offset === undefined) return { line: line + first, column: indentOf(lines[first]) };
    const before = block.content.slice(0, offset).split('\n');
    const row = first + before.length - 1;
    const within = block.content.split('\n')[before.length - 1]?.trimEnd() ?? '';
    const found = lines[row]?.indexOf(within) ?? -1;
    const column = found === -1 ? indentOf(lines[row]) : found + (before.at(-1)?.length ?? 0) + 1;
    return { line: line + row, column };
  };
}

function indentOf(text = ''): number {
  return Math.max(text.search(/\S/), 0) + 1;
}

/** The cells of a table do not know their line; their row, the token before them that does, tells it. */
export function inheritLines(tokens: Token[]): Token[] {
  let known: Token['map'] = null;
  for (const token of tokens) {
    token.map ??= known;
    known = token.map;
  }
  return tokens;
}
