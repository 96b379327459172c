import type { Token } from 'markdown-it';
import { limits } from '../shared/layout.ts';
import { imageKey } from '../shared/links.ts';
import type { Problem } from '../shared/model.ts';
import { noteIds } from '../shared/text/note-rules.ts';
import { type ParsedText, parseText } from '../shared/text/parse-text.ts';
import { locator } from './inline-places.ts';
import {
  type InternalLink,
  internalLinks,
  missingAnchors,
  type Standing,
} from './internal-links.ts';
import { type At, error, start } from './problems.ts';
import { type Counted, countText } from './text-count.ts';
import { problemsOf, remarkProblem } from './text-problems.ts';
import { judgedTokens, type Placed } from './text-tokens.ts';

export type Body = Counted & {
  problems: Problem[];
  imageKeys: string[];
  /** Links to pages of the same site. Whether these exist, the catalog knows. */
  links: InternalLink[];
  /** For whoever shows the text at once; undefined when it is too complex to be parsed. */
  text: ParsedText | undefined;
};

/**
 * Checks the text of an article and counts its words.
 *
 * @param line of the file on which the text begins
 * @param language whose typography the first words are shown in
 */
export function checkBody(
  body: string,
  line: number,
  { language, ...standing }: Standing & { language: string },
): Body {
  const text = parseText(body, language);
  if (!text) {
    const problems = [tooComplex(line)];
    return { problems, imageKeys: [], links: [], text, ...countText([]) };
  }
  const placeOf = locator(body, line);
  const placed = judgedTokens(text, placeOf);
  const images = imagesIn(placed);
  const links = internalLinks(placed, standing);
  const problems = [
    ...placed.flatMap(problemsOf),
    ...text.remarks.map((remark) => remarkProblem(remark, placeOf)),
    ...(links.length > 0 ? missingAnchors(links, standing.id, idsIn(text.tokens)) : []),
    ...tooMany(images),
    ...emptyBody(text.tokens, line),
  ];
  return { problems, imageKeys: [...images.keys()], links, text, ...countText(text.tokens) };
}

/** The images of a text and where each is shown first. */
function imagesIn(placed: Placed[]): Map<string, At> {
  const images = new Map<string, At>();
  for (const { token, at } of placed) {
    const key = imageKey(String(token.attrGet('src') ?? ''));
    if (key && !images.has(key)) images.set(key, at);
  }
  return images;
}

function idsIn(tokens: Token[]): string[] {
  const headings = tokens.filter(({ type }) => type === 'heading_open');
  return [...headings.map((token) => String(token.attrGet('id'))), ...noteIds(tokens)];
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

const visible = [
  'image',
  'figure_open',
  'fence',
  'code_block',
  'html_block',
  'html_inline',
  'code_inline',
];

function emptyBody(tokens: Token[], line: number): Problem[] {
  const shows = (token: Token): boolean =>
    visible.includes(token.type) ||
    (token.type === 'text' && token.content.trim() !== '') ||
    (token.children ?? []).some(shows);
  if (tokens.some(shows)) return [];
  const advice = 'Write it below the second line of “---”.';
  return [error({ ...start, line }, 'empty-body', 'There is no text.', advice)];
}
