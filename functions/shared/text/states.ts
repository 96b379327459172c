import type { MarkdownIt, Token } from 'markdown-it';
import type { Parsing } from './parse-text.ts';
import { tokenOf } from './tokens.ts';

/** A table of a hundred columns fills every short row up with cells: 200 KB of it would be gigabytes of tokens. */
const mostTokens = 200_000;

export class TooManyTokens extends Error {}

/** Tokens whose places reports tell. All others are nearly all there are. */
const placed = ['link_open', 'image', 'html_inline'];

/**
 * Has a parser count its tokens and keep the places of some. What the methods do beside that is what the parser's own
 * do (`state_block.ts` and `state_inline.ts` of markdown-it), with lighter tokens.
 */
export function countTokens(markdown: MarkdownIt): void {
  markdown.block.State = class extends markdown.block.State {
    override push(type: string, tag: string, nesting: Token['nesting']): Token {
      count(this.env as Parsing);
      const token = tokenOf(type, tag, nesting);
      token.block = true;
      if (nesting < 0) this.level -= 1;
      token.level = this.level;
      if (nesting > 0) this.level += 1;
      this.tokens.push(token);
      return token;
    }
  };
  markdown.inline.State = class extends markdown.inline.State {
    override pushPending(): Token {
      const token = tokenOf('text', '', 0);
      token.content = this.pending;
      token.level = this.pendingLevel;
      this.tokens.push(token);
      this.pending = '';
      return token;
    }

    override push(type: string, tag: string, nesting: Token['nesting']): Token {
      const { offsets } = count(this.env as Parsing);
      if (this.pending) this.pushPending();
      const token = tokenOf(type, tag, nesting);
      if (nesting < 0) {
        this.level -= 1;
        this.delimiters = this._prev_delimiters.pop() ?? [];
      }
      token.level = this.level;
      if (nesting > 0) {
        this.level += 1;
        this._prev_delimiters.push(this.delimiters);
        this.delimiters = [];
      }
      this.pendingLevel = this.level;
      this.tokens.push(token);
      this.tokens_meta.push(nesting > 0 ? { delimiters: this.delimiters } : undefined);
      // A link is pushed when its label begins, one character behind its bracket.
      const labelled = type === 'link_open' && this.src[this.pos] !== '<';
      if (placed.includes(type)) offsets.set(token, labelled ? this.pos - 1 : this.pos);
      return token;
    }
  };
}

function count(parsing: Parsing): Parsing {
  parsing.pushed += 1;
  if (parsing.pushed > mostTokens) throw new TooManyTokens();
  return parsing;
}
