import type { Token } from 'markdown-it';
import { plainText } from '../shared/text/plain-text.ts';
import { turning } from './visible.ts';
import { countWords, type Words } from './word-count.ts';

export type Counted = { excerpt: string; wordCount: number; readingMinutes: number };

const excerptWords = 50;
/** Scripts that put no blanks between words would make a whole article one word. */
const excerptCharacters = 400;
/** Ghost's figure for an adult reading news. */
const wordsPerMinute = 275;
/** Medium's figure for Chinese and Japanese. */
const charactersPerMinute = 500;

/** A paragraph, heading or cell that counts, and whether it may stand in the excerpt. */
type Told = { text: string; isExcerpt: boolean };

/** Counts what is read from beginning to end; code in blocks is not read but looked at. */
export function countText(tokens: Token[]): Counted {
  const blocks = toldIn(tokens);
  const counts = blocks.map(({ text }) => countWords(text));
  const sum = (kind: keyof Words) => counts.reduce((total, count) => total + count[kind], 0);
  const [words, characters] = [sum('words'), sum('characters')];
  const minutes = Math.round(words / wordsPerMinute + characters / charactersPerMinute);
  const first = blocks.filter(({ isExcerpt, text }) => isExcerpt && text !== '');
  return {
    excerpt: excerptOf(first.map(({ text }) => text)),
    wordCount: words + characters,
    readingMinutes: Math.max(1, minutes),
  };
}

/** Captions belong to their pictures, and pull quotes say again what the text says: neither is running text. */
function toldIn(tokens: Token[]): Told[] {
  const told: Told[] = [];
  let asides = 0;
  let isNote = false;
  tokens.forEach((token, index) => {
    if (opensAside(token, asides)) asides += 1;
    if (closesAside(token)) asides = Math.max(0, asides - 1);
    if (token.type === 'footnotes_open') isNote = true;
    if (token.type !== 'inline' || asides > 0) return;
    const isHeading = tokens[index - 1]?.type === 'heading_open';
    told.push({ text: plainText(token.children ?? []), isExcerpt: !isHeading && !isNote });
  });
  return told;
}

/** A quotation within a pull quote is counted too, so that the end of the inner one is not that of the outer. */
function opensAside({ type, attrs }: Token, asides: number): boolean {
  if (type !== 'quotation_open') return type === 'figcaption_open';
  return asides > 0 || attrs?.[0]?.[1] === 'pullquote';
}

function closesAside({ type }: Token): boolean {
  return type === 'figcaption_close' || type === 'quotation_close';
}

/** As many words as an excerpt can take; the rest of a paragraph is not taken apart. */
function firstWords(text: string): string {
  let end = -1;
  for (let word = 0; word < excerptWords; word += 1) {
    end = text.indexOf(' ', end + 1);
    if (end === -1) return text;
  }
  return text.slice(0, end);
}

function excerptOf(texts: string[]): string {
  const words: string[] = [];
  for (const text of texts) {
    if (words.length >= excerptWords) break;
    words.push(...firstWords(text).split(' '));
  }
  const excerpt = words.slice(0, excerptWords).join(' ').replaceAll(turning, '');
  if (excerpt.length <= excerptCharacters) return excerpt;
  return [...excerpt].slice(0, excerptCharacters).join('');
}
