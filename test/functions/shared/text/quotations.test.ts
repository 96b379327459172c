import { describe, expect, it } from 'vitest';
import { articleHtml } from '../../../../functions/shared/article-text.ts';

const written = (...lines: string[]) =>
  articleHtml(lines.join('\n'), {}).replaceAll('\n', ' ').trim();

describe('a quotation', () => {
  it.each(['—', '–', '―', '--', '---'])('names after “%s” in its last line who said it', (dash) => {
    expect(written('> It *held*', '> all night.', `> ${dash} Ilse [Brandt](/ilse/), master`)).toBe(
      '<figure class="quotation"> <blockquote> <p>It <em>held</em> all night.</p> </blockquote> ' +
        '<figcaption>Ilse <a href="/ilse/">Brandt</a>, master</figcaption> </figure>',
    );
  });

  it('may name that in a paragraph of its own', () => {
    expect(written('> It held.', '>', '> — Ilse Brandt')).toBe(
      '<figure class="quotation"> <blockquote> <p>It held.</p> </blockquote> ' +
        '<figcaption>Ilse Brandt</figcaption> </figure>',
    );
  });

  it.each([
    ['has nothing else', ['> — Ilse Brandt']],
    ['is a dialogue', ['> — Il tient ?', '> — Il tient.']],
    ['has a dash within its last line', ['> It held', '> all night — she said']],
    ['ends in a list', ['> It held.', '> - Ilse']],
    ['has the dash escaped', ['> It held.', '> \\-- Ilse']],
  ])('stays as it is when it %s', (_, lines) => {
    expect(written(...lines)).toMatch(/^<blockquote>.*<\/blockquote>$/);
  });

  it('keeps the names of those within it apart', () => {
    const html = written('> Outer.', '>', '> > Inner.', '> > — In', '>', '> — Out');
    expect(html.indexOf('<figcaption>In<')).toBeGreaterThan(0);
    expect(html.endsWith('</blockquote> <figcaption>Out</figcaption> </figure>')).toBe(true);
  });
});

describe('a pull quote', () => {
  it.each([['[!pull]'], ['[!PULL]']])('is a quotation that begins with %s', (mark) => {
    expect(written(`> ${mark}`, '> It *held*.')).toBe(
      '<figure class="pullquote"> <blockquote> <p>It <em>held</em>.</p> </blockquote> </figure>',
    );
  });

  it('may leave a line free after its mark, and say who said it', () => {
    expect(written('> [!pull]', '>', '> It held.', '> — Ilse')).toBe(
      '<figure class="pullquote"> <blockquote> <p>It held.</p> </blockquote> ' +
        '<figcaption>Ilse</figcaption> </figure>',
    );
  });

  it.each([
    ['after a backslash', ['> \\[!pull]', '> It held.']],
    ['with other words beside it', ['> [!pull] It held.']],
    ['with nothing below it', ['> [!pull]']],
    ['in a list', ['> - [!pull]', '> - It held.']],
    ['outside a quotation', ['[!pull]', 'It held.']],
  ])('has no mark %s', (_, lines) => {
    expect(written(...lines)).toContain('[!pull]');
    expect(written(...lines)).not.toContain('figure');
  });
});
