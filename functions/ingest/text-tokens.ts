import type { Token } from 'markdown-it';
import type { ParsedText } from '../shared/text/parse-text.ts';
import { inheritLines, type PlaceOf } from './inline-places.ts';
import type { At } from './problems.ts';

/** A token that can be wrong, and where it stands. */
export type Placed = { token: Token; at: At };

const judged = ['html_block', 'html_inline', 'link_open', 'image', 'figure_open'];

/** Everything in a text that can be wrong, from its beginning to its end. Nearly all other tokens are text. */
export function judgedTokens({ tokens, offsets }: ParsedText, placeOf: PlaceOf): Placed[] {
  return inheritLines(tokens).flatMap((token) => {
    const isOne = isJudged(token) || isHeadline(token);
    const isOneWithin = token.type !== 'figure_open' && token.children?.some(isJudged);
    if (!isOne && !isOneWithin) return [];
    // A figure was an image in its paragraph.
    const block = (token.meta?.paragraph as Token | undefined) ?? token;
    const children = isOneWithin ? worthTelling(token.children ?? []).filter(isJudged) : [];
    return [...(isOne ? [token] : []), ...children].map((one) => ({
      token: one,
      at: placeOf(block, offsets.get(one)),
    }));
  });
}

function isJudged({ type }: Token): boolean {
  return judged.includes(type);
}

/** A heading of the first level. It is one of the second by now, but its marks tell. */
function isHeadline({ type, markup }: Token): boolean {
  return type === 'heading_open' && (markup === '#' || markup === '=');
}

/** Whoever is told of a tag need not be told of the one that closes it. */
export function worthTelling(children: Token[]): Token[] {
  const isHtml = (token: Token) => token.type === 'html_inline';
  const isClosing = (token: Token) => isHtml(token) && token.content.startsWith('</');
  if (!children.some((token) => isHtml(token) && !isClosing(token))) return children;
  return children.filter((token) => !isClosing(token));
}
