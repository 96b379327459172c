import type { RendererRule, Token } from 'markdown-it';
import { attributes } from '../markup.ts';
import { addressIn, type Writing, writingIn } from './writing.ts';

/**
 * How footnotes look as HTML. Ids have an underscore, which those of headings never have (see `heading-ids.ts`). The
 * roles are those of DPUB-ARIA 1.1.
 */
export const noteRules: Record<string, RendererRule> = {
  footnote_ref: mark,
  footnote_back: back,
  footnotes_open: (_tokens, _index, _options, env) => {
    const label = writingIn(env).words.notes;
    const section = attributes({ class: 'footnotes', role: 'doc-endnotes', 'aria-label': label });
    return `<section${section}>\n<ol>\n`;
  },
  footnotes_close: () => '</ol>\n</section>\n',
  footnote_open: (tokens, index) => `<li id="${noteId(tokens[index])}">\n`,
  footnote_close: () => '</li>\n',
};

function noteId(token: Token | undefined): string {
  return `fn_${token?.meta?.number}`;
}

function markId(number: unknown, nth: number): string {
  return nth === 1 ? `fnref_${number}` : `fnref_${number}_${nth}`;
}

/** Ids of the footnotes among some tokens, and of the marks that refer to any. */
export function noteIds(tokens: Token[]): string[] {
  return tokens.flatMap((token) => {
    const marks = token.children?.filter(({ type }) => type === 'footnote_ref') ?? [];
    const ids = marks.map(({ meta }) => markId(meta?.number, Number(meta?.nth)));
    return token.type === 'footnote_open' ? [noteId(token), ...ids] : ids;
  });
}

function mark(...[tokens, index, , env]: Parameters<RendererRule>): string {
  const writing = writingIn(env);
  const { number, nth } = tokens[index]?.meta ?? {};
  const link = attributes({
    id: markId(number, Number(nth)),
    href: addressIn(writing, `#${noteId(tokens[index])}`),
    role: 'doc-noteref',
    'aria-label': `${writing.words.note} ${number}`,
  });
  return `<sup class="footnote-ref"><a${link}>${number}</a></sup>`;
}

/** One link for each mark that is shown; from the second on they are numbered, to be told apart. */
function back(...[tokens, index, , env]: Parameters<RendererRule>): string {
  const writing = writingIn(env);
  const { number, marks } = tokens[index]?.meta ?? {};
  const ids = Array.from({ length: Number(marks) }, (_, at) => markId(number, at + 1));
  const shown = ids.filter((id) => !writing.hidden.has(id));
  return shown.map((id, at) => backTo(id, at + 1, writing)).join('');
}

function backTo(id: string, nth: number, writing: Writing): string {
  const isFirst = nth === 1;
  const link = attributes({
    class: 'footnote-back',
    href: addressIn(writing, `#${id}`),
    role: 'doc-backlink',
    'aria-label': isFirst ? writing.words.back : `${writing.words.back} ${nth}`,
  });
  // U+FE0E: some systems would draw the arrow as a coloured picture.
  return ` <a${link}>↩\uFE0E${isFirst ? '' : `<sup>${nth}</sup>`}</a>`;
}
