import { readFileSync } from 'node:fs';
import { tests } from 'commonmark-spec';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { articleHtml } from '../../../../functions/shared/article-text.ts';
import { createParser, newParsing } from '../../../../functions/shared/text/parse-text.ts';

/** What Galley writes otherwise on purpose: the numbers of the examples, and how the difference is taken away. */
type Difference = { numbers: number[]; undo: (html: string) => string };

const upTo = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const differences: Record<string, Difference> = {
  'HTML is shown as it was typed': {
    numbers: [
      ...[21, 31, ...upTo(148, 191), 201, 308, 309, 344, ...upTo(475, 477), 491, 494, 524, 536],
      ...[...upTo(613, 617), 623, ...upTo(625, 631), 642, 643],
    ],
    undo: (html) =>
      html
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&')
        .replace(/<\/?p>|\s+/g, ''),
  },
  'headings have ids and links to themselves, and those of the first level are of the second': {
    numbers: [
      ...[10, 59, 62, 66, 67, 68, ...upTo(71, 84), 86, 89, 90, 91, 95, 96, 102, 103, 115, 141],
      ...[214, 215, ...upTo(227, 230), 232, 300, 646, 647],
    ],
    undo: (html) =>
      html
        .replace(/<(\/?)h1\b/g, '<$1h2')
        .replace(/(<h\d) id="[^"]*"/g, '$1')
        .replace(/ <a class="anchor"[^>]*>#<\/a>/g, ''),
  },
  'images that are not there are left out': {
    numbers: [517, 520, 531, ...upTo(572, 589), 591],
    undo: (html) => html.replace(/<p><img [^>]*><\/p>\n/g, '').replace(/<img [^>]*>/g, ''),
  },
  'links to other sites do not hand over the page': {
    numbers: [20, 346, 480, 481, 501, 526, 538, 594, 595, 600, 603],
    undo: (html) => html.replaceAll(' rel="noopener"', ''),
  },
  'links lead to http, https, mailto and tel addresses only': {
    numbers: [596, 598, 599, 601],
    undo: (html) => html.replace(/ href="(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:[^"]*"/gi, ''),
  },
  'quotation marks, dashes and ellipses are set': {
    numbers: [
      ...[14, 46, 55, 87, 106, 197, 209, 210, 352, 359, 363, 380, 385, 395, 508, 590],
      ...[619, 620, 622, 624, 632],
    ],
    undo: (html) =>
      html
        .replace(/[“”]/g, '&quot;')
        .replace(/[‘’]/g, "'")
        .replaceAll('—', '---')
        .replaceAll('–', '--')
        .replaceAll('…', '...'),
  },
};

/** The specification shows tabs as arrows. */
const examples = tests.map(({ markdown, html, number }) => ({
  number,
  markdown: markdown.replaceAll('→', '\t'),
  html: withoutForm(html.replaceAll('→', '\t')),
}));

/** Nobody sees the slash of an empty element and the line break in a quotation of nothing. */
function withoutForm(html: string): string {
  return html
    .replace(/<(br|hr|img [^>]*?) \/>/g, '<$1>')
    .replaceAll('<blockquote>\n</blockquote>', '<blockquote></blockquote>');
}

const written = (markdown: string) => withoutForm(articleHtml(markdown, {}, { language: 'en' }));

describe('the CommonMark specification', () => {
  it('is the one with 652 examples', () => {
    expect(examples).toHaveLength(652);
  });

  it('is what the parser follows in every example', () => {
    const reference = new MarkdownIt('commonmark');
    const { renderer, options } = reference;
    const parser = createParser();
    parser.normalizeLink = (href) => reference.normalizeLink(href);
    const others = examples.filter(({ markdown, html }) => {
      const tokens = parser.parse(markdown, newParsing());
      return withoutForm(renderer.render(tokens, options, {})) !== html;
    });
    expect(others).toEqual([]);
  });

  it('is written otherwise in the examples that are named here, and in no other', () => {
    const named = Object.values(differences).flatMap(({ numbers }) => numbers);
    const differing = examples.filter(({ markdown, html }) => written(markdown) !== html);
    expect(differing.map(({ number }) => number)).toEqual(named.toSorted((a, b) => a - b));
  });

  it.each(Object.entries(differences))(
    'is changed in nothing else where %s',
    (_reason, { numbers, undo }) => {
      for (const { number, markdown, html } of examples) {
        if (numbers.includes(number)) expect(undo(written(markdown)), `${number}`).toBe(undo(html));
      }
    },
  );

  it.each(Object.keys(differences))('is said in the authors’ guide to differ: %s', (reason) => {
    const guide = readFileSync(new URL('../../../../docs/authors.md', import.meta.url), 'utf8');
    expect(guide.replaceAll('`', '').toLowerCase()).toContain(`- ${reason.toLowerCase()}`);
  });
});
