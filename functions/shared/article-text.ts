import MarkdownIt, { type Env, type RendererRule, type StateCore, type Token } from 'markdown-it';
import { headingIds } from './heading-ids.ts';
import { imageKey, isExternal, isSafeLink } from './links.ts';
import type { ImageInfo } from './model.ts';

export { splitSource } from './source-text.ts';

/** CommonMark with tables and strikethrough; raw HTML is text, and nothing is turned into links or quotes. */
export const markdownOptions = { html: false, linkify: false, typographer: false } as const;

type Images = Record<string, ImageInfo | null>;

export type TextOptions = {
  /** Language tag of the site. */
  language?: string;
  /** Absolute address of the article, for a text that is read elsewhere: all addresses in it become absolute. */
  base?: string;
};

const markdown = new MarkdownIt(markdownOptions);
markdown.validateLink = isSafeLink;
markdown.core.ruler.push('dress', dress);
Object.assign(markdown.renderer.rules, { image, figure } satisfies Record<string, RendererRule>);

/**
 * The text of an article as safe HTML. The only way HTML comes about is the parser's own renderer over its
 * tokens: what a writer typed is escaped there, and nothing edits the HTML afterwards.
 *
 * @param body Markdown without front matter
 * @param images the images it shows, by key (`images/wall.jpg`); one that is null or missing is left out
 */
export function articleHtml(body: string, images: Images, options: TextOptions = {}): string {
  return markdown.render(body, { images, ...options });
}

/** Changes tokens, before they become HTML, into what an article needs. */
function dress(state: StateCore): void {
  const { tokens } = state;
  const nextId = headingIds();
  tokens.forEach((token, index) => {
    if (token.type === 'heading_open') {
      const text = tokens[index + 1]?.children ?? [];
      token.attrSet('id', nextId(plainText(text)));
    }
    // The page's only h1 is the headline.
    if (token.tag === 'h1') token.tag = 'h2';
    if (token.tag === 'th' || token.tag === 'td') alignByClass(token);
    if (token.type === 'paragraph_open') liftFigure(tokens, index);
    for (const child of token.children ?? []) {
      markExternal(child);
      if (state.env?.base) makeAbsolute(child, String(state.env.base));
    }
  });
}

/** An image alone in its paragraph is a figure, which cannot stand in a paragraph. */
function liftFigure(tokens: Token[], open: number): void {
  const children = tokens[open + 1]?.children ?? [];
  const [only] = children;
  const close = tokens[open + 2];
  if (children.length !== 1 || only?.type !== 'image' || !close) return;
  only.type = 'figure';
  for (const token of [tokens[open], close]) if (token) token.hidden = true;
}

/** The parser aligns columns with a style attribute, which the Content-Security-Policy forbids. */
function alignByClass(token: Token): void {
  const [, side] = /text-align:\s*(\w+)/.exec(String(token.attrGet('style') ?? '')) ?? [];
  token.attrs = side ? [['class', `align-${side}`]] : null;
}

function markExternal(token: Token): void {
  if (token.type !== 'link_open') return;
  if (isExternal(String(token.attrGet('href') ?? ''))) token.attrSet('rel', 'noopener');
}

function makeAbsolute(token: Token, base: string): void {
  if (token.type !== 'link_open') return;
  const address = URL.parse(String(token.attrGet('href') ?? ''), base);
  if (address) token.attrSet('href', address.href);
}

function image(...[tokens, index, , env]: Parameters<RendererRule>): string {
  const token = tokens[index] as Token;
  return imageTag(token, env, token.attrGet('title')) ?? '';
}

function figure(...[tokens, index, , env]: Parameters<RendererRule>): string {
  const token = tokens[index] as Token;
  const picture = imageTag(token, env);
  if (!picture) return '';
  const caption = token.attrGet('title');
  const text = caption ? `<figcaption>${escaped(caption)}</figcaption>` : '';
  return `<figure>${picture}${text}</figure>\n`;
}

function imageTag(token: Token, env: Env | undefined, title: string | number | null = null) {
  const { images, base } = env as { images: Images } & TextOptions;
  const info = images[imageKey(String(token.attrGet('src'))) ?? ''];
  if (!info) return undefined;
  const attributes = {
    src: base ? new URL(info.url, base).href : info.url,
    width: info.width,
    height: info.height,
    alt: plainText(token.children ?? []),
    ...(title ? { title } : {}),
    loading: 'lazy',
    decoding: 'async',
  };
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<img${written.join('')}>`;
}

function escaped(value: string | number): string {
  return markdown.utils.escapeHtml(String(value));
}

/** What a reader would read of inline tokens, on one line. Images count as nothing within a text. */
export function plainText(tokens: Token[]): string {
  return tokens.map(wordsOf).join('').replace(/\s+/g, ' ').trim();
}

function wordsOf(token: Token): string {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
  return token.type === 'text' || token.type === 'code_inline' ? token.content : '';
}
