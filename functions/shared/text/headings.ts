import type { StateCore } from 'markdown-it';
import { headingIds } from '../heading-ids.ts';
import { plainText } from './plain-text.ts';

/** Gives each heading an id, and a lower level to those of the first: the page's only h1 is the headline. */
export function headings({ tokens }: StateCore): void {
  const nextId = headingIds();
  for (const [index, token] of tokens.entries()) {
    if (token.tag === 'h1') token.tag = 'h2';
    if (token.type !== 'heading_open') continue;
    const text = plainText(tokens[index + 1]?.children ?? []);
    const id = nextId(text);
    token.attrSet('id', id);
    const close = tokens[index + 2];
    // An empty heading has nothing beside which a link could stand.
    if (text && close) close.meta = { id };
  }
}
