import type { Token } from 'markdown-it';
import { isSafeLink } from '../shared/links.ts';
import type { Problem } from '../shared/model.ts';
import type { Remark } from '../shared/text/remarks.ts';
import { imageProblem } from './image-path.ts';
import type { PlaceOf } from './inline-places.ts';
import { type At, error, warning } from './problems.ts';
import { quoted } from './suggest.ts';
import { type Placed, worthTelling } from './text-tokens.ts';

/** What is wrong with one token of a text. */
export function problemsOf({ token, at }: Placed): Problem[] {
  switch (token.type) {
    case 'html_block':
      return [rawHtml(at, token.content.trim())];
    case 'html_inline':
      return [rawHtml(at, token.content)];
    case 'link_open':
      return linkProblems(String(token.attrGet('href')), at);
    case 'heading_open':
      return [headlineInText(at)];
    default:
      return imageProblems(token, at);
  }
}

function headlineInText(at: At): Problem {
  const message = 'A heading of the first level belongs to the headline, which is the title.';
  const advice = 'Delete it if it repeats the title, else begin it with ##; it is shown like that.';
  return warning(at, 'headline-in-text', message, advice);
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

/** What other kinds of Markdown would have read differently; it is shown as typed, or not at all. */
export function remarkProblem({ kind, block, offset, text }: Remark, placeOf: PlaceOf): Problem {
  switch (kind) {
    case 'attributes':
      return warning(
        placeOf(block, offset),
        'attributes-in-text',
        `${quoted(text)} is shown as it stands: Markdown gives elements no classes or ids here.`,
        'Delete it. Headings get their ids from their words, and the theme says how things look.',
      );
    case 'missing-footnote':
      return warning(
        placeOf(block, offset),
        'missing-footnote',
        `There is no footnote ${quoted(text)}, so the mark is shown as it stands.`,
        `Add a line that begins with ${text}: and says what the footnote says.`,
      );
    case 'unused-footnote':
      return warning(
        placeOf(block),
        'unused-footnote',
        `The footnote ${quoted(text)} is not shown: no mark refers to it, or an earlier one has its name.`,
        `Write [^${text}] where it belongs, give it a name of its own, or delete it.`,
      );
  }
}
