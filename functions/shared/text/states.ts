import type { MarkdownIt, Token } from 'markdown-it';
import type { Parsing } from './parse-text.ts';

/** A table of a hundred columns fills every short row up with cells: 200 KB of it would be gigabytes of tokens. */
const mostTokens = 200_000;

export class TooManyTokens extends Error {}

/** Tokens whose places reports tell. All others are nearly all there are. */
const placed = ['link_open', 'image', 'html_inline'];

/** Has a parser count its tokens and keep the places of some. */
export function countTokens(markdown: MarkdownIt): void {
  markdown.block.State = class extends markdown.block.State {
    override push(type: string, tag: string, nesting: Token['nesting']): Token {
      count(this.env as Parsing);
      return super.push(type, tag, nesting);
    }
  };
  markdown.inline.State = class extends markdown.inline.State {
    override push(type: string, tag: string, nesting: Token['nesting']): Token {
      const { offsets } = count(this.env as Parsing);
      const token = super.push(type, tag, nesting);
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
