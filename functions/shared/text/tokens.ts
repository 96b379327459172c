import MarkdownIt, { type Token } from 'markdown-it';

/**
 * A token as the parser makes them, but for how its fields come about: the parser's build sets each through a helper,
 * which takes a third of all time that parsing takes.
 */
class LightToken {
  attrs: Token['attrs'] = null;
  map: Token['map'] = null;
  level = 0;
  children: Token[] | null = null;
  content = '';
  markup = '';
  info = '';
  meta: Token['meta'] = null;
  block = false;
  hidden = false;
  type: string;
  tag: string;
  nesting: Token['nesting'];

  constructor(type: string, tag: string, nesting: Token['nesting']) {
    this.type = type;
    this.tag = tag;
    this.nesting = nesting;
  }
}
Object.setPrototypeOf(LightToken.prototype, MarkdownIt.Token.prototype);

export function tokenOf(type: string, tag: string, nesting: Token['nesting']): Token {
  return new LightToken(type, tag, nesting) as Token;
}

/** A token of the block level, with nothing in it. */
export function blockOf(type: string, tag: string, nesting: Token['nesting']): Token {
  const token = tokenOf(type, tag, nesting);
  token.block = true;
  return token;
}

/** The tokens of one paragraph's text. */
export function inlineOf(
  children: Token[],
  { content, map }: Pick<Token, 'content' | 'map'>,
): Token {
  return Object.assign(blockOf('inline', '', 0), { children, content, map });
}
