import MarkdownIt, { type Env, type MarkdownIt as Parser, type Token } from 'markdown-it';
import { figures } from './figures.ts';
import { footnoteRules } from './footnote-rules.ts';
import { footnotes } from './footnotes.ts';
import { headings } from './headings.ts';
import { quotations } from './quotations.ts';
import { type Remark, remarks } from './remarks.ts';
import { countTokens, TooManyTokens } from './states.ts';
import { tables } from './tables.ts';
import { typographyFor } from './typography.ts';

/** What one text may hold. A long read has some hundred of each; beyond these numbers a parser needs seconds. */
const most = { lines: 50_000, signs: 50_000 } as const;

/** What may begin something, not what ends it, so that a link or a tag is one sign. */
const signs = /[[*_`~<&#\\]/g;

export type ParsedText = {
  tokens: Token[];
  /** Where in its paragraph's text a link, image or tag was found. The parser does not keep that. */
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

/** Building one costs as much as parsing several articles. A site has one language; a process may see a few. */
const parsers = new Map<string, Parser>();

/**
 * Parses the text of an article; undefined when it is too complex to be parsed in reasonable time.
 *
 * @param language tag of the language whose quotation marks and dashes it gets
 */
export function parseText(body: string, language: string): ParsedText | undefined {
  if (hasMore(body, /\n/g, most.lines) || hasMore(body, signs, most.signs)) return undefined;
  const parser = parsers.get(language) ?? dressed(createParser(), language);
  parsers.set(language, parser);
  const parsing = newParsing();
  try {
    const { offsets, remarks } = parsing;
    return { tokens: parser.parse(body, parsing), offsets, remarks };
  } catch (cause) {
    if (cause instanceof TooManyTokens) return undefined;
    throw cause;
  }
}

/**
 * CommonMark with tables, strikethrough and footnotes. The one way in which a text is read, whether to be checked or
 * to be shown, and it lets nothing through unseen: HTML becomes tokens, and every link stays, as typed. Whoever
 * shows them has to judge them (see `article-text.ts`).
 */
export function createParser(): Parser {
  const markdown = new MarkdownIt({ html: true });
  markdown.validateLink = () => true;
  markdown.normalizeLink = (href) => href;
  return markdown.use(countTokens).use(footnoteRules);
}

export function newParsing(): Parsing {
  return { offsets: new WeakMap(), remarks: [], pushed: 0, footnotes: new Set() };
}

/** Blocks find their shape before marks change what was typed; ids do not depend on the language. */
function dressed(markdown: Parser, language: string): Parser {
  for (const rule of [footnotes, quotations, figures, headings, tables, remarks]) {
    markdown.core.ruler.before('linkify', rule.name, rule);
  }
  const typography = typographyFor(language);
  return typography ? markdown.use(typography) : markdown;
}

/** Whether a sign occurs more often than that, which no text can hold that is not longer. */
function hasMore(text: string, sign: RegExp, most: number): boolean {
  return text.length > most && (text.match(sign)?.length ?? 0) > most;
}
