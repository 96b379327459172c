import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import type { Parsing } from './parse-text.ts';

/**
 * Reads footnotes as most Markdown does: `[^wall]` in a text, `[^wall]: What it says.` at the beginning of a line, with
 * further paragraphs indented by four blanks. The well-known plugin looks for the end of a label through the rest of
 * its line and copies all tokens for each note, so that a long line or many notes would take minutes.
 */
export function footnoteRules(markdown: MarkdownIt): void {
  const ends = { alt: ['paragraph', 'reference', 'blockquote'] };
  markdown.block.ruler.before('reference', 'footnote', definition, ends);
  markdown.inline.ruler.before('link', 'footnote_ref', reference);
}

/** No blanks and no brackets, so that `[^1]` cannot reach far into a text. */
const definitionStart = /\[\^([^\s[\]]{1,64})\]:/y;
const mark = /\[\^([^\s[\]]{1,64})\]/y;

function definition(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const { bMarks, tShift, sCount, eMarks } = state;
  const [begin = 0, shift = 0, indent = 0] = [bMarks[line], tShift[line], sCount[line]];
  // Asked of each line of each paragraph, so the sign it must begin with comes first.
  if (state.src[begin + shift] !== '[' || indent - state.blkIndent >= 4) return false;
  definitionStart.lastIndex = begin + shift;
  const [start, label] = definitionStart.exec(state.src) ?? [];
  if (!start || !label) return false;
  if (silent) return true;
  const key = state.md.utils.normalizeReference(label);
  (state.env as Parsing).footnotes.add(key);
  const open = state.push('footnote_open', 'li', 1);
  open.meta = { label, key };
  // The text behind the label stands as if it began its line, four blanks in, like those that follow it.
  const from = begin + shift + start.length;
  const text = state.skipSpaces(from);
  const before = { parentType: state.parentType, blkIndent: state.blkIndent };
  bMarks[line] = from;
  tShift[line] = Math.min(text, eMarks[line] ?? text) - from;
  state.blkIndent += 4;
  sCount[line] = state.blkIndent;
  state.md.block.tokenize(state, line, endLine);
  Object.assign(state, before);
  [bMarks[line], tShift[line], sCount[line]] = [begin, shift, indent];
  state.push('footnote_close', 'li', -1);
  open.map = [line, state.line];
  return true;
}

function reference(state: StateInline, silent: boolean): boolean {
  mark.lastIndex = state.pos;
  const [whole, label] = state.src[state.pos] === '[' ? (mark.exec(state.src) ?? []) : [];
  if (!whole || !label) return false;
  const key = state.md.utils.normalizeReference(label);
  if (!(state.env as Parsing).footnotes.has(key)) return false;
  if (!silent) state.push('footnote_ref', 'a', 0).meta = { key };
  state.pos += whole.length;
  return true;
}
