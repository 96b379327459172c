import type { StateCore, Token } from 'markdown-it';
import { blockOf, inlineOf, tokenOf } from './tokens.ts';

/**
 * An image alone in its paragraph is a figure, which cannot stand in a paragraph. Its caption is the image's title, or
 * what follows on the next line in emphasis, links and all.
 */
export function figures(state: StateCore): void {
  const { tokens } = state;
  const isImage = (token: Token) => token.children?.[0]?.type === 'image';
  if (!tokens.some(isImage)) return;
  const all: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const [open, inline] = [tokens[index], tokens[index + 1]] as [Token, Token];
    const found = open.type === 'paragraph_open' ? figureOf(inline) : undefined;
    all.push(...(found ? framed(found, inline) : [open]));
    if (found) index += 2;
  }
  state.tokens = all;
}

type Figure = { image: Token; caption: Token[] };

function figureOf(inline: Token): Figure | undefined {
  const [image, line, ...emphasis] = inline.children ?? [];
  if (image?.type !== 'image') return undefined;
  if (!line) return { image, caption: [] };
  const [open] = emphasis;
  if (line.type !== 'softbreak' || open?.type !== 'em_open') return undefined;
  const close = emphasis.findIndex(
    ({ type, level }) => type === 'em_close' && level === open.level,
  );
  if (close !== emphasis.length - 1) return undefined;
  return { image, caption: emphasis.slice(1, -1) };
}

/** The image itself opens the figure, with its own words for `alt`, so that it is judged and drawn like any other. */
function framed({ image, caption }: Figure, paragraph: Token): Token[] {
  const title = String(image.attrGet('title') ?? '');
  const words = caption.length > 0 || !title ? caption : [textOf(title)];
  const { map } = paragraph;
  Object.assign(image, { type: 'figure_open', block: true, nesting: 1, map, meta: { paragraph } });
  if (words.length === 0) return [image, blockOf('figure_close', 'figure', -1)];
  return [
    image,
    blockOf('figcaption_open', 'figcaption', 1),
    inlineOf(words, paragraph),
    blockOf('figcaption_close', 'figcaption', -1),
    blockOf('figure_close', 'figure', -1),
  ];
}

function textOf(content: string): Token {
  return Object.assign(tokenOf('text', '', 0), { content });
}
