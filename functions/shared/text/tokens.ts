import MarkdownIt, { type Token } from 'markdown-it';

/** A token of the block level, with nothing in it. */
export function blockOf(type: string, tag: string, nesting: Token['nesting']): Token {
  return Object.assign(tokenOf(type, tag, nesting), { block: true });
}

export function tokenOf(type: string, tag: string, nesting: Token['nesting']): Token {
  return new MarkdownIt.Token(type, tag, nesting);
}

/** The text of one paragraph. */
export function inlineOf(
  children: Token[],
  { content, map }: Pick<Token, 'content' | 'map'>,
): Token {
  return Object.assign(blockOf('inline', '', 0), { children, content, map });
}
