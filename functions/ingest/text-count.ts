import type { Token } from 'markdown-it';
import { plainText } from '../shared/article-text.ts';

export type Counted = { excerpt: string; wordCount: number; readingMinutes: number };

const excerptWords = 50;
/** Scripts that put no blanks between words would make a whole article one word. */
const excerptCharacters = 400;
/** Ghost's figure for an adult reading news. */
const wordsPerMinute = 275;

/** Words are runs of signs with a letter or digit in them; code in blocks is not read but looked at. */
export function countText(tokens: Token[]): Counted {
  const blocks = tokens.flatMap((token, index) => {
    if (token.type !== 'inline') return [];
    const heading = tokens[index - 1]?.type === 'heading_open';
    return [{ heading, text: plainText(token.children ?? []) }];
  });
  const wordCount = blocks.reduce((sum, { text }) => sum + countWords(text), 0);
  const told = blocks.filter(({ heading, text }) => !heading && text !== '');
  return {
    excerpt: excerptOf(told.map(({ text }) => text)),
    wordCount,
    readingMinutes: Math.max(1, Math.round(wordCount / wordsPerMinute)),
  };
}

/** In two steps: one pattern for both would look through a run of signs again from each of them. */
function countWords(text: string): number {
  const words = text.match(/\S+/g) ?? [];
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function excerptOf(texts: string[]): string {
  const words: string[] = [];
  for (const text of texts) {
    if (words.length >= excerptWords) break;
    words.push(...text.split(' ', excerptWords));
  }
  const excerpt = words.slice(0, excerptWords).join(' ');
  return [...excerpt].slice(0, excerptCharacters).join('');
}
