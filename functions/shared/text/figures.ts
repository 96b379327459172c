import type { StateCore, Token } from 'markdown-it';

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
    all.push(...(found ? framed(found, inline, state) : [open]));
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
function framed({ image, caption }: Figure, paragraph: Token, state: StateCore): Token[] {
  const block = (type: string, tag: string, nesting: 1 | 0 | -1) =>
    Object.assign(new state.Token(type, tag, nesting), { block: true });
  const title = String(image.attrGet('title') ?? '');
  const children = caption.length > 0 ? caption : words(title, state);
  // Its text and lines stay those of the paragraph, so that reports find the places of what it holds.
  const { content, map } = paragraph;
  Object.assign(image, { type: 'figure_open', block: true, nesting: 1, map, meta: { paragraph } });
  const told = Object.assign(block('inline', '', 0), { content, map, children });
  const shown =
    children.length > 0
      ? [
          block('figcaption_open', 'figcaption', 1),
          told,
          block('figcaption_close', 'figcaption', -1),
        ]
      : [];
  return [image, ...shown, block('figure_close', 'figure', -1)];
}

function words(text: string, state: StateCore): Token[] {
  return text ? [Object.assign(new state.Token('text', '', 0), { content: text })] : [];
}
