import MarkdownIt, { type Env, type Token } from 'markdown-it';
import { markdownOptions } from '../shared/article-text.ts';

/**
 * What one text may hold. A long read has some hundred of each; beyond these numbers a parser needs seconds, or all
 * memory there is: a table of a hundred columns fills every short row up with cells, so that 200 KB of it are
 * gigabytes of tokens.
 */
const most = { lines: 50_000, signs: 50_000, tokens: 200_000 } as const;

/** What may begin something, not what ends it, so that a link or a tag is one sign. */
const signs = /[[*_`~<&#\\]/g;

export type ParsedBody = {
  tokens: Token[];
  /** Where in its paragraph's text an inline token was found. The parser itself does not keep that. */
  offsets: WeakMap<Token, number>;
};

type Parsing = Env & { pushed: number; offsets: WeakMap<Token, number> };

class TooManyTokens extends Error {}

/**
 * The renderer's Markdown, except that nothing is let through unseen: HTML becomes tokens and every link stays,
 * as typed, to be judged.
 */
const markdown = new MarkdownIt({ ...markdownOptions, html: true });
markdown.validateLink = () => true;
markdown.normalizeLink = (href) => href;
markdown.block.State = class extends markdown.block.State {
  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    count(this.env as Parsing);
    return super.push(type, tag, nesting);
  }
};
markdown.inline.State = class extends markdown.inline.State {
  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    const { offsets } = count(this.env as Parsing);
    const token = super.push(type, tag, nesting);
    // A link is pushed when its label begins, one character behind its bracket.
    const labelled = type === 'link_open' && this.src[this.pos] !== '<';
    offsets.set(token, labelled ? this.pos - 1 : this.pos);
    return token;
  }
};

/** Parses the text of an article; undefined when it is too complex to be parsed in reasonable time. */
export function parseBody(body: string): ParsedBody | undefined {
  if (occurrences(body, /\n/g) > most.lines || occurrences(body, signs) > most.signs) {
    return undefined;
  }
  const parsing: Parsing = { pushed: 0, offsets: new WeakMap() };
  try {
    return { tokens: markdown.parse(body, parsing), offsets: parsing.offsets };
  } catch (cause) {
    if (cause instanceof TooManyTokens) return undefined;
    throw cause;
  }
}

function count(parsing: Parsing): Parsing {
  parsing.pushed += 1;
  if (parsing.pushed > most.tokens) throw new TooManyTokens();
  return parsing;
}

function occurrences(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
