import type { StateCore, Token } from 'markdown-it';
import type { Parsing } from './parse-text.ts';
import { blockOf, inlineOf, tokenOf } from './tokens.ts';

/** A footnote of the text, and how often it was referred to so far. */
type Note = { open: Token; tokens: Token[]; number: number; marks: number };

/**
 * Takes footnotes out of the text and puts those that are referred to at its end, in the order of their first marks.
 * A note may refer to others, and to itself: each is looked through once, however often it is referred to.
 */
export function footnotes(state: StateCore): void {
  const parsing = state.env as Parsing;
  if (parsing.footnotes.size === 0) return;
  const { body, notes } = apart(state.tokens, parsing);
  const shown: Note[] = [];
  const lookThrough = (tokens: Token[]) => {
    for (const mark of tokens.flatMap(marksOf)) {
      const note = notes.get(String(mark.meta?.key));
      if (!note) continue;
      if (note.marks === 0) note.number = shown.push(note);
      note.marks += 1;
      mark.meta = { number: note.number, nth: note.marks };
    }
  };
  lookThrough(body);
  // Grows while it is gone through.
  for (const { tokens } of shown) lookThrough(tokens);
  for (const note of notes.values()) if (note.marks === 0) remarkUnused(note.open, parsing);
  if (shown.length === 0) {
    state.tokens = body;
    return;
  }
  const open = blockOf('footnotes_open', 'section', 1);
  const close = blockOf('footnotes_close', 'section', -1);
  state.tokens = [body, open, ...shown.map(written), close].flat();
}

/** The text without its notes, and the notes by label. The first of a label counts, as with references of links. */
function apart(tokens: Token[], parsing: Parsing) {
  const body: Token[] = [];
  const notes = new Map<string, Note>();
  const open: Token[][] = [body];
  for (const token of tokens) {
    if (token.type === 'footnote_open') {
      const key = String(token.meta?.key);
      const note: Note = { open: token, tokens: [], number: 0, marks: 0 };
      if (notes.has(key)) remarkUnused(token, parsing);
      else notes.set(key, note);
      open.push(note.tokens);
    } else if (token.type === 'footnote_close') open.pop();
    else open.at(-1)?.push(token);
  }
  return { body, notes };
}

function marksOf(token: Token): Token[] {
  return token.children?.filter(({ type }) => type === 'footnote_ref') ?? [];
}

function remarkUnused(open: Token, { remarks }: Parsing): void {
  remarks.push({ kind: 'unused-footnote', block: open, text: String(open.meta?.label), offset: 0 });
}

/** A note with the way back at the end of its last paragraph, or below it when it ends with something else. */
function written({ open, tokens, number, marks }: Note): Token[] {
  open.meta = { number };
  const back = tokenOf('footnote_back', 'a', 0);
  back.meta = { number, marks };
  const last = tokens.at(-2);
  const close = blockOf('footnote_close', 'li', -1);
  if (tokens.at(-1)?.type === 'paragraph_close' && last?.type === 'inline') {
    last.children?.push(back);
    return [open, ...tokens, close];
  }
  const paragraph = blockOf('paragraph_open', 'p', 1);
  const alone = inlineOf([back], { content: '', map: open.map });
  return [open, ...tokens, paragraph, alone, blockOf('paragraph_close', 'p', -1), close];
}
