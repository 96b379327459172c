import type { StateCore, Token } from 'markdown-it';
import { isBreak } from './plain-text.ts';
import { blockOf, inlineOf } from './tokens.ts';

/** What is told of a quotation beyond its words. `name` is an inline token with who said it. */
type Told = { isPull: boolean; name: Token | undefined };

/** A quotation among the tokens of its text; tokens that it loses are put into `dropped`. */
type Quotation = { state: StateCore; open: number; close: number; dropped: Set<Token> };

/** The first line of a pull quote. Other programs show it as a quotation with a strange first line, not as noise. */
const pullMark = /^\[!pull\]$/i;

/** A dash and a blank, typed or as two or three hyphens, before a name. */
const dash = /^(?:[\u2013-\u2015]|-{2,3})\s+/;

/**
 * Makes figures of quotations that say who said it, in a last line that begins with a dash, and of pull quotes, whose
 * first line is `[!pull]`. A name is no part of what is quoted, so it stands beside it (HTML, 4.4.4).
 */
export function quotations(state: StateCore): void {
  const told = new Map<Token, Told>();
  const dropped = new Set<Token>();
  const { tokens } = state;
  const opens: number[] = [];
  for (const [close, token] of tokens.entries()) {
    if (token.type === 'blockquote_open') opens.push(close);
    if (token.type !== 'blockquote_close') continue;
    const open = opens.pop() ?? close;
    const quotation = { state, open, close, dropped };
    const isPull = takePullMark(quotation);
    const name = takeName(quotation);
    if (!isPull && !name) continue;
    for (const end of [tokens[open], token]) if (end) told.set(end, { isPull, name });
  }
  if (told.size === 0) return;
  state.tokens = tokens.flatMap((token) => {
    if (dropped.has(token)) return [];
    const said = told.get(token);
    return said ? framed(token, said) : [token];
  });
}

function takePullMark({ state, open, close, dropped }: Quotation): boolean {
  const paragraph = state.tokens.slice(open + 1, open + 4);
  const [start, inline] = paragraph;
  if (start?.type !== 'paragraph_open' || !inline) return false;
  const [first, second] = inline.children ?? [];
  if (first?.type !== 'text' || !pullMark.test(first.content)) return false;
  const isAlone = second === undefined;
  if (isAlone ? open + 4 === close : !isBreak(second)) return false;
  inline.children = inline.children?.slice(2) ?? [];
  if (isAlone) for (const token of paragraph) dropped.add(token);
  return true;
}

/** The last line, when it begins with a dash and others stand before it. */
function takeName({ state, open, close, dropped }: Quotation): Token | undefined {
  const paragraph = state.tokens.slice(close - 3, close);
  const [, inline, end] = paragraph;
  if (inline?.type !== 'inline' || end?.type !== 'paragraph_close') return undefined;
  const children = inline.children ?? [];
  const at = children.findLastIndex((child) => isBreak(child) && child.level === 0);
  const [first, ...rest] = children.slice(at + 1);
  if (first?.type !== 'text' || !dash.test(first.content)) return undefined;
  // Where the first words follow a dash too, it is a dialogue as French, Polish or Spanish write it.
  const opening = firstWords(state.tokens, open);
  if (opening === first || dash.test(opening?.content ?? '')) return undefined;
  first.content = first.content.replace(dash, '');
  inline.children = children.slice(0, Math.max(at, 0));
  if (at === -1) for (const token of paragraph) dropped.add(token);
  // Its text and lines stay those of the paragraph, so that reports find the places of what it holds.
  return inlineOf([first, ...rest], inline);
}

function firstWords(tokens: Token[], open: number): Token | undefined {
  let index = open;
  while (index < tokens.length && !tokens[index]?.children?.length) index += 1;
  return tokens[index]?.children?.[0];
}

function framed(token: Token, { isPull, name }: Told): Token[] {
  if (token.type === 'blockquote_open') {
    const open = blockOf('quotation_open', 'figure', 1);
    open.attrSet('class', isPull ? 'pullquote' : 'quotation');
    return [open, token];
  }
  const close = blockOf('quotation_close', 'figure', -1);
  if (!name) return [token, close];
  const caption = blockOf('figcaption_open', 'figcaption', 1);
  return [token, caption, name, blockOf('figcaption_close', 'figcaption', -1), close];
}
