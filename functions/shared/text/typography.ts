import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { quotationMarks } from './quotation-marks.ts';

/**
 * A plugin that sets quotation marks, apostrophes, dashes and ellipses as a language has them; undefined for languages
 * in which that cannot be told. Code, addresses and what was escaped (`\"`) stay as typed. The parser's own
 * replacements are left out: they make a copyright sign of “section 2 (c)”.
 */
export function typographyFor(language: string): ((markdown: MarkdownIt) => void) | undefined {
  const quotes = quotationMarks(language);
  if (!quotes) return undefined;
  const primary = language.split('-', 1)[0] ?? '';
  const changes = [dashes, apostrophes(primary), ...(primary === 'fr' ? [blanks] : [])];
  return (markdown) => {
    markdown.set({ typographer: true, quotes });
    markdown.disable('replacements');
    markdown.core.ruler.before('smartquotes', 'typography', (state) => retype(state, changes));
    markdown.core.ruler.after('smartquotes', 'continued', (state) => continued(state, quotes[0]));
  };
}

type Change = { when: RegExp; apply: (text: string) => string };

/** Two hyphens are an en dash, three an em dash; `--option` is what somebody types at a machine. */
const dashes: Change = {
  when: /--|\.\.\./,
  apply: (text) => (text.includes('://') ? besideAddresses(text, dashed) : dashed(text)),
};

function dashed(text: string): string {
  return text
    .replace(/(?<!\.)\.{3}(?!\.)/g, '…')
    .replace(/(?<!-)---(?!-)/g, '—')
    .replace(/(?<=[^-\s])--(?=[^-\s])|(?<=^|\s)--(?=\s|$)/g, '–');
}

/** An address that is no link is there to be copied. */
function besideAddresses(text: string, change: (word: string) => string): string {
  const parts = text.split(/(\s+)/);
  return parts.map((part) => (part.includes('://') ? part : change(part))).join('');
}

/** Words that begin with an apostrophe, which would else be taken for an opening quotation mark. */
const elided: Record<string, string> = {
  en: 'tis|twas|twere|twill|til|em|cause|n',
  nl: 's|t|n|k|m|r',
  af: 'n',
};

function apostrophes(language: string): Change {
  // A decade: ’68, ’90s, ’68er.
  const words = [String.raw`\d\d(?:s|er)?`, ...(elided[language] ?? '').split('|').filter(Boolean)];
  const pattern = new RegExp(
    `(?<=^|[\\s(\\["\\u2013-\\u201f])'(?=(?:${words.join('|')})(?![\\p{L}\\d]))`,
    'giu',
  );
  return { when: /'/, apply: (text) => text.replace(pattern, '’') };
}

/** French sets blanks before high punctuation that must not break; only those that were typed are changed. */
const blanks: Change = {
  when: / [;:!?»]|« /,
  apply: (text) =>
    text.replace(/ (?=[;!?»])|(?<=«) /g, '\u202f').replace(/ (?=:(?:\s|$))/g, '\u00a0'),
};

function retype({ tokens }: StateCore, changes: Change[]): void {
  for (const { type, content, children } of tokens) {
    const due = type === 'inline' ? changes.filter(({ when }) => when.test(content)) : [];
    if (due.length > 0)
      for (const token of typed(children ?? [])) {
        token.content = due.reduce((text, { apply }) => apply(text), token.content);
      }
  }
}

/** A quotation of several paragraphs opens each of them, and only the last one closes it. */
function continued({ tokens }: StateCore, opening = '"'): void {
  for (const { type, children } of tokens) {
    const first = type === 'inline' ? children?.[0] : undefined;
    if (first?.type === 'text') first.content = first.content.replace(/^"(?=\S)/, opening);
  }
}

/** All text but the addresses that stand for themselves (`<https://example.org/a--b>`). */
function typed(children: Token[]): Token[] {
  let isAddress = false;
  return children.filter(({ type, info }) => {
    if (info === 'auto') isAddress = type === 'link_open';
    return type === 'text' && !isAddress;
  });
}
