import type { StateCore, Token } from 'markdown-it';
import type { Parsing } from './parse-text.ts';

/** Something that other kinds of Markdown would have read differently. */
export type Remark = {
  kind: 'attributes' | 'missing-footnote' | 'unused-footnote';
  /** The token of the paragraph or footnote, and where in its text. */
  block: Token;
  offset: number;
  /** What was typed; of a footnote its label. */
  text: string;
};

/** `{.lead}`, `{#id}` and `{: .lead}`, with which other kinds of Markdown give elements attributes; marks of footnotes. */
const unread = /\{:?\s*[.#][a-z_-][^{}\n]{0,80}\}|\[\^[^\s[\]]{1,64}\]/gi;

/** Looks for marks that stayed text. What was escaped or is code was meant to stay. */
export function remarks({ tokens, env }: StateCore): void {
  for (const block of tokens) {
    if (block.type !== 'inline' || !/\{|\[\^/.test(block.content)) continue;
    let after = 0;
    const texts = (block.children ?? []).filter(({ type }) => type === 'text');
    for (const [text] of texts.flatMap(({ content }) => [...content.matchAll(unread)])) {
      const offset = block.content.indexOf(text, after);
      after = offset + text.length;
      const kind = text.startsWith('{') ? 'attributes' : 'missing-footnote';
      (env as Parsing).remarks.push({ kind, block, offset, text });
    }
  }
}
