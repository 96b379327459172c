import type { Token } from 'markdown-it';

/** What a reader would read of inline tokens, on one line. Images and footnote marks count as nothing within a text. */
export function plainText(tokens: Token[]): string {
  let written = '';
  for (const token of tokens) written += wordsOf(token);
  const text = written.trim();
  const isPlain = !text.includes('  ') && !/[^\S ]/.test(text);
  return isPlain ? text : text.replace(/\s+/g, ' ');
}

/** `text_special` is what was escaped (`\*`, `&amp;`), until the parser's last rule makes it text. */
const read = ['text', 'text_special', 'code_inline'];

function wordsOf(token: Token): string {
  if (isBreak(token)) return ' ';
  return read.includes(token.type) ? token.content : '';
}

export function isBreak({ type }: Token): boolean {
  return type === 'softbreak' || type === 'hardbreak';
}
