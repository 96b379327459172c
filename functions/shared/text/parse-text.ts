import MarkdownIt, { type Env, type MarkdownIt as Parser, type Token } from 'markdown-it';
import { figures } from './figures.ts';
import { footnoteRules } from './footnote-rules.ts';
import { footnotes } from './footnotes.ts';
import { headings } from './headings.ts';
import { quotations } from './quotations.ts';
import { type Remark, remarks } from './remarks.ts';
import { tables } from './tables.ts';
import { typographyFor } from './typography.ts';

/**
 * What one text may hold. A long read has some hundred of each; beyond these numbers a parser needs seconds, or all
 * memory there is: a table of a hundred columns fills every short row up with cells, so that 200 KB of it are
 * gigabytes of tokens.
 */
const most = { lines: 50_000, signs: 50_000, tokens: 200_000 } as const;

/** What may begin something, not what ends it, so that a link or a tag is one sign. */
const signs = /[[*_`~<&#\\]/g;

export type ParsedText = {
  tokens: Token[];
  /** Where in its paragraph's text a link, image, tag or footnote mark was found. The parser does not keep that. */
  offsets: WeakMap<Token, number>;
  /** What was read otherwise than its author may have meant. */
  remarks: Remark[];
};

/** What the rules share while one text is parsed. */
export type Parsing = Env &
  Omit<ParsedText, 'tokens'> & {
    pushed: number;
    /** Labels of the footnotes that the text defines. */
    footnotes: Set<string>;
  };

class TooManyTokens extends Error {}

/** Tokens whose places reports tell. All others are nearly all there are. */
const placed = ['link_open', 'image', 'html_inline'];

/**
 * CommonMark with tables, strikethrough and footnotes. The one way in which a text is read, whether to be checked or
 * to be shown, and it lets nothing through unseen: HTML becomes tokens, and every link stays, as typed. Whoever
 * shows them has to judge them (see `article-text.ts`).
 */
export function createParser(): Parser {
  const markdown = new MarkdownIt({ html: true });
  markdown.validateLink = () => true;
  markdown.normalizeLink = (href) => href;
  markdown.use(footnoteRules);
  return markdown;
}

function createReader(language: string): Parser {
  const markdown = createParser();
  const { core } = markdown;
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
      if (placed.includes(type)) offsets.set(token, labelled ? this.pos - 1 : this.pos);
      return token;
    }
  };
  // Blocks find their shape before marks change what was typed; ids do not depend on the language.
  for (const rule of [footnotes, quotations, figures, headings, tables, remarks]) {
    core.ruler.before('linkify', rule.name, rule);
  }
  typographyFor(language)?.(markdown);
  return markdown;
}

/** Building one costs as much as parsing several articles. A site has one language; a process may see a few. */
const readers = new Map<string, Parser>();

/**
 * Parses the text of an article; undefined when it is too complex to be parsed in reasonable time.
 *
 * @param language tag of the language whose quotation marks and dashes it gets
 */
export function parseText(body: string, language: string): ParsedText | undefined {
  if (occurrences(body, /\n/g) > most.lines || occurrences(body, signs) > most.signs) {
    return undefined;
  }
  const reader = readers.get(language) ?? createReader(language);
  readers.set(language, reader);
  const found = { offsets: new WeakMap(), remarks: [] } satisfies Partial<ParsedText>;
  const parsing: Parsing = { ...found, pushed: 0, footnotes: new Set() };
  try {
    return { tokens: reader.parse(body, parsing), ...found };
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
