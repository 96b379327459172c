import type { Token } from 'markdown-it';
import { type At, lastUpTo } from './problems.ts';

/** The lines of a paragraph: their texts, where these begin in the paragraph, and in their file's lines once known. */
type Rows = { texts: string[]; starts: number[]; columns: number[] };

/** Where a block of a Markdown text stands in its file, or what is at an offset in the block's text. */
export type PlaceOf = (block: Token, offset?: number) => At;

/**
 * Finds places of a Markdown text in its file. Blocks know their lines; a paragraph's text is its lines without
 * indentation and quote marks, so the column of something in it is found by searching its line. That is done once for
 * each line: one line may be the whole text and hold thousands of tokens.
 *
 * @param line of the file on which the text begins
 */
export function locator(body: string, line: number): PlaceOf {
  const lines = body.split('\n');
  const known = new WeakMap<Token, Rows>();
  return (block, offset) => {
    const first = block.map?.[0] ?? 0;
    if (offset === undefined) return { line: line + first, column: indentOf(lines[first]) };
    const rows = known.get(block) ?? rowsOf(block.content);
    known.set(block, rows);
    const row = lastUpTo(rows.starts, offset);
    const written = lines[first + row] ?? '';
    rows.columns[row] ??= written.indexOf(rows.texts[row] ?? '');
    const found = rows.columns[row];
    const within = offset - (rows.starts[row] ?? 0);
    return {
      line: line + first + row,
      column: found === -1 ? indentOf(written) : found + within + 1,
    };
  };
}

function rowsOf(content: string): Rows {
  const texts = content.split('\n');
  const starts = [0];
  for (const text of texts.slice(0, -1)) starts.push((starts.at(-1) ?? 0) + text.length + 1);
  return { texts: texts.map((text) => text.trimEnd()), starts, columns: [] };
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
