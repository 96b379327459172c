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

/** `{.lead}`, `{#id}` and `{: .lead}`, with which other kinds of Markdown give elements attributes. */
const attributes = /\{:?\s*[.#][a-z_-][^{}\n]{0,80}\}/gi;
const mark = /\[\^[^\s[\]]{1,64}\]/g;
const patterns = { attributes, 'missing-footnote': mark } as const;

/** Looks for marks that stayed text. What was escaped or is code was meant to stay. */
export function remarks({ tokens, env }: StateCore): void {
  for (const block of tokens) {
    if (block.type !== 'inline' || !/\{|\[\^/.test(block.content)) continue;
    let after = 0;
    for (const { type, content } of block.children ?? []) {
      if (type !== 'text') continue;
      for (const [kind, pattern] of Object.entries(patterns)) {
        for (const [text] of content.matchAll(pattern)) {
          const offset = Math.max(block.content.indexOf(text, after), 0);
          after = offset + text.length;
          (env as Parsing).remarks.push({
            kind: kind as keyof typeof patterns,
            block,
            offset,
            text,
          });
        }
      }
    }
  }
}
