import MarkdownIt, { type Token } from 'markdown-it';
import { markdownOptions } from '../shared/article-text.ts';
import { limits } from '../shared/layout.ts';
import { imageKey, isSafeLink } from '../shared/links.ts';
import type { Problem } from '../shared/model.ts';
import { imageProblem } from './image-path.ts';
import { inheritLines, locator } from './inline-places.ts';
import { type At, error, start, warning } from './problems.ts';
import { quoted } from './suggest.ts';
import { type Counted, countText } from './text-count.ts';

export type Body = Counted & { problems: Problem[]; imageKeys: string[] };

/** Where in its paragraph's text an inline token was found. The parser itself does not keep that. */
const offsets = new WeakMap<Token, number>();

/**
 * The renderer's Markdown, except that nothing is let through unseen: HTML becomes tokens and every link stays,
 * as typed, to be judged here.
 */
const markdown = new MarkdownIt({ ...markdownOptions, html: true });
markdown.validateLink = () => true;
markdown.normalizeLink = (href) => href;
markdown.inline.State = class extends markdown.inline.State {
  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    const token = super.push(type, tag, nesting);
    // A link is pushed when its label begins, one character behind its bracket.
    offsets.set(
      token,
      type === 'link_open' && this.src[this.pos] !== '<' ? this.pos - 1 : this.pos,
    );
    return token;
  }
};

/**
 * Checks the text of an article and counts its words.
 *
 * @param line of the file on which the text begins
 */
export function checkBody(body: string, line: number): Body {
  const problems: Problem[] = [];
  const images = new Map<string, At>();
  const placeOf = locator(body, line, offsets);
  const tokens = inheritLines(markdown.parse(body, {}));
  for (const token of tokens) {
    const problem = blockProblem(token, placeOf(token));
    if (problem) problems.push(problem);
    for (const child of worthTelling(token.children ?? [])) {
      const at = placeOf(token, child);
      problems.push(...inlineProblems(child, at));
      const key = child.type === 'image' && imageKey(String(child.attrGet('src')));
      if (key && !images.has(key)) images.set(key, at);
    }
  }
  problems.push(...tooMany(images), ...emptyBody(tokens, line));
  return { problems, imageKeys: [...images.keys()], ...countText(tokens) };
}

/** Whoever is told of a tag need not be told of the one that closes it. */
function worthTelling(children: Token[]): Token[] {
  const closing = (token: Token) => token.content.startsWith('</');
  const html = children.filter((token) => token.type === 'html_inline');
  if (html.every(closing)) return children;
  return children.filter((token) => !html.includes(token) || !closing(token));
}

function blockProblem(token: Token, at: At): Problem | undefined {
  if (token.type === 'html_block') return rawHtml(at, token.content.trim());
  if (token.type !== 'heading_open' || token.tag !== 'h1') return undefined;
  return warning(
    at,
    'headline-in-text',
    'A heading of the first level belongs to the headline, which is the title.',
    'Delete it if it repeats the title, else begin it with ##; it is shown like that.',
  );
}

function inlineProblems(token: Token, at: At): Problem[] {
  switch (token.type) {
    case 'html_inline':
      return [rawHtml(at, token.content)];
    case 'link_open':
      return linkProblems(String(token.attrGet('href')), at);
    case 'image':
      return imageProblems(token, at);
    default:
      return [];
  }
}

function linkProblems(href: string, at: At): Problem[] {
  if (isSafeLink(href)) return [];
  const message = `The link to ${quoted(href)} could run a program on the reader’s machine.`;
  const advice =
    'Links may lead to http, https, mailto and tel addresses, and to paths of this site.';
  return [error(at, 'dangerous-link', message, advice)];
}

function imageProblems(token: Token, at: At): Problem[] {
  const problem = imageProblem(at, String(token.attrGet('src')));
  const html = worthTelling(token.children ?? []).filter((child) => child.type === 'html_inline');
  const problems = html.map((child) => rawHtml(at, child.content));
  if (problem) problems.push(problem);
  if (token.content.trim() === '') {
    const message = 'The image has no alternative text.';
    const advice = 'Write in the square brackets what it shows, for readers who cannot see it.';
    problems.push(warning(at, 'image-without-alt', message, advice));
  }
  return problems;
}

function rawHtml(at: At, html: string): Problem {
  const first = html.split('\n', 1)[0];
  return error(
    at,
    'raw-html',
    `There is HTML in the text: ${quoted(first)}.`,
    html.startsWith('<!--')
      ? 'Delete the comment.'
      : 'Write it in Markdown, or as code between backticks; a < of the text is written \\<.',
  );
}

function tooMany(images: Map<string, At>): Problem[] {
  const extra = [...images.values()][limits.images];
  if (!extra) return [];
  const message = `There are ${images.size} images; at most ${limits.images} are taken.`;
  return [error(extra, 'too-many', message, 'Split the article.')];
}

const visible = ['image', 'fence', 'code_block', 'html_block', 'html_inline', 'code_inline'];

function emptyBody(tokens: Token[], line: number): Problem[] {
  const shows = (token: Token): boolean =>
    visible.includes(token.type) ||
    (token.type === 'text' && token.content.trim() !== '') ||
    (token.children ?? []).some(shows);
  if (tokens.some(shows)) return [];
  const advice = 'Write it below the second line of “---”.';
  return [error({ ...start, line }, 'empty-body', 'There is no text.', advice)];
}
