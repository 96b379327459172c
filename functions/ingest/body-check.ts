import type { Token } from 'markdown-it';
import { limits } from '../shared/layout.ts';
import { imageKey, isSafeLink } from '../shared/links.ts';
import type { Problem } from '../shared/model.ts';
import { imageProblem } from './image-path.ts';
import { inheritLines, locator } from './inline-places.ts';
import { parseBody } from './parse-body.ts';
import { type At, error, start, warning } from './problems.ts';
import { quoted } from './suggest.ts';
import { type Counted, countText } from './text-count.ts';

export type Body = Counted & { problems: Problem[]; imageKeys: string[] };

/**
 * Checks the text of an article and counts its words.
 *
 * @param line of the file on which the text begins
 */
export function checkBody(body: string, line: number): Body {
  const parsed = parseBody(body);
  if (!parsed) return { problems: [tooComplex(line)], imageKeys: [], ...countText([]) };
  const problems: Problem[] = [];
  const images = new Map<string, At>();
  const placeOf = locator(body, line, parsed.offsets);
  const tokens = inheritLines(parsed.tokens);
  for (const token of tokens) {
    if (isToJudge(token)) problems.push(...blockProblems(token, placeOf(token)));
    for (const child of worthTelling(token.children ?? [])) {
      if (!isToJudge(child)) continue;
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
  const isHtml = (token: Token) => token.type === 'html_inline';
  const isClosing = (token: Token) => isHtml(token) && token.content.startsWith('</');
  if (!children.some((token) => isHtml(token) && !isClosing(token))) return children;
  return children.filter((token) => !isClosing(token));
}

/** Finding a place costs more than looking at a type, and nearly all tokens are text. */
function isToJudge({ type, tag }: Token): boolean {
  return judged.includes(type) || (type === 'heading_open' && tag === 'h1');
}

function blockProblems(token: Token, at: At): Problem[] {
  if (token.type === 'html_block') return [rawHtml(at, token.content.trim())];
  const message = 'A heading of the first level belongs to the headline, which is the title.';
  const advice = 'Delete it if it repeats the title, else begin it with ##; it is shown like that.';
  return [warning(at, 'headline-in-text', message, advice)];
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

function tooComplex(line: number): Problem {
  const message = 'The text has far more lines, signs of Markdown or table cells than an article.';
  const advice = 'Split it; long tables of figures belong into a file that the article links to.';
  return error({ ...start, line }, 'too-complex', message, advice);
}

const judged = ['html_block', 'html_inline', 'link_open', 'image'];

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
