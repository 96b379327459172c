import type { Env, RendererRule, Token } from 'markdown-it';
import { imageKey, isExternal, isSafeLink } from './links.ts';
import { attributes, escaped } from './markup.ts';
import { imageHtml, pictureHtml } from './picture-html.ts';
import { noteIds, noteRules } from './text/note-rules.ts';
import { type ParsedText, parseText } from './text/parse-text.ts';
import { plainText } from './text/plain-text.ts';
import {
  addressIn,
  type Images,
  type TextOptions,
  writer,
  writingIn,
  writingOf,
} from './text/writing.ts';

export { splitSource } from './source-text.ts';
export type { TextOptions };

const rules: Record<string, RendererRule> = {
  html_block: (tokens, index) => `<p>${escaped(tokens[index]?.content.trim() ?? '')}</p>\n`,
  html_inline: (tokens, index) => escaped(tokens[index]?.content ?? ''),
  link_open: link,
  heading_close: headingEnd,
  image,
  figure_open: (tokens, index, _options, env) =>
    `<figure>${imageTag(tokens[index] as Token, env) ?? ''}`,
  figure_close: () => '</figure>\n',
};
Object.assign(writer.renderer.rules, rules, noteRules);

/**
 * The text of an article as safe HTML. The only way HTML comes about is the parser's own renderer over its
 * tokens: what a writer typed is escaped there, HTML included, and nothing edits the HTML afterwards.
 *
 * @param body Markdown without front matter
 * @param images the images it shows, by key (`images/wall.jpg`); one that is null or missing is left out
 * @throws when the text is more complex than any that passes ingest's check
 */
export function articleHtml(body: string, images: Images, options: TextOptions = {}): string {
  const text = parseText(body, options.language ?? 'en');
  if (!text) throw new Error('The text is too complex to be shown');
  return textHtml(text, images, options);
}

/** The same of a text that was parsed already. It stays what it is and may be asked for again. */
export function textHtml(text: ParsedText, images: Images, options: TextOptions): string {
  const { renderer, options: own } = writer;
  const { shown, hidden } = apart(text.tokens, images);
  const writing = writingOf(images, options, new Set(noteIds(hidden)));
  return renderer.render(shown, own, writing);
}

/** All tokens, those of figures apart whose image is not there (yet). */
function apart(tokens: Token[], images: Images): Record<'shown' | 'hidden', Token[]> {
  const hidden: Token[] = [];
  let isMissing = false;
  const shown = tokens.filter((token) => {
    if (token.type === 'figure_open') isMissing = !images[keyOf(token.attrs)];
    const isShown = !isMissing;
    if (!isShown) hidden.push(token);
    if (token.type === 'figure_close') isMissing = false;
    return isShown;
  });
  return { shown, hidden };
}

function keyOf(attrs: Token['attrs']): string {
  const [, src = ''] = attrs?.find(([name]) => name === 'src') ?? [];
  return imageKey(String(src)) ?? '';
}

/** Links are judged here again, though ingest lets no bad one through: without an address nothing happens. */
function link(...[tokens, index, , env]: Parameters<RendererRule>): string {
  const token = tokens[index] as Token;
  const typed = String(token.attrGet('href') ?? '');
  const href = writer.normalizeLink(typed);
  const isSafe = isSafeLink(typed) && isSafeLink(href);
  const title = token.attrGet('title');
  const values = {
    ...(isSafe ? { href: addressIn(writingIn(env), href) } : {}),
    ...(title ? { title } : {}),
    ...(isExternal(typed) ? { rel: 'noopener' } : {}),
  };
  return `<a${attributes(values)}>`;
}

/** Ends a heading with a link to itself, whose address people can copy. In a feed it would be clutter. */
function headingEnd(...[tokens, index, , env]: Parameters<RendererRule>): string {
  const { tag, meta } = tokens[index] as Token;
  const { base, words } = writingIn(env);
  const values = { class: 'anchor', href: `#${meta?.id}`, 'aria-label': words.heading };
  const anchor = meta?.id && !base ? ` <a${attributes(values)}>#</a>` : '';
  return `${anchor}</${tag}>\n`;
}

function image(...[tokens, index, , env]: Parameters<RendererRule>): string {
  const token = tokens[index] as Token;
  return imageTag(token, env, token.attrGet('title')) ?? '';
}

function imageTag(token: Token, env: Env | undefined, title: string | number | null = null) {
  const writing = writingIn(env);
  const info = writing.images[keyOf(token.attrs)];
  if (!info) return undefined;
  const words = {
    alt: plainText(token.children ?? []),
    ...(title ? { title: String(title) } : {}),
  };
  const { sizes, leads: first } = writing;
  writing.leads = false;
  // Elsewhere nobody knows how wide it stands, and many programs know no more than `src`.
  if (writing.base) return imageHtml({ ...info, url: addressIn(writing, info.url) }, words);
  return pictureHtml(info, { ...words, sizes, first });
}
