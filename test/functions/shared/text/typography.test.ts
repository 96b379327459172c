import { describe, expect, it } from 'vitest';
import { articleHtml } from '../../../../functions/shared/article-text.ts';

const written = (text: string, language: string) =>
  articleHtml(text, {}, { language }).replace(/^<p>|<\/p>\n$/g, '');

describe('quotation marks', () => {
  it.each([
    ['en', '“a ‘b’ c”'],
    ['en-GB', '“a ‘b’ c”'],
    ['de', '„a ‚b‘ c“'],
    ['de-AT', '„a ‚b‘ c“'],
    ['de-CH', '«a ‹b› c»'],
    ['fr', '«\u202fa “b” c\u202f»'],
    ['fr-CA', '«\u202fa “b” c\u202f»'],
    ['it', '«a “b” c»'],
    ['es', '“a ‘b’ c”'],
    ['pt-BR', '“a ‘b’ c”'],
    ['pt-PT', '«a “b” c»'],
    ['pl', '„a «b» c”'],
    ['sv', '”a ’b’ c”'],
    ['fi', '”a ’b’ c”'],
    ['nb', '«a ‘b’ c»'],
    ['uk', '«a „b“ c»'],
    ['cs', '„a ‚b‘ c“'],
    ['he', '”a ’b’ c”'],
    ['xx', '“a ‘b’ c”'],
  ])('are those of %s: %s', (language, shown) => {
    expect(written(`"a 'b' c"`, language)).toBe(shown);
  });

  it.each(['zh-Hant-TW', 'ja'])(
    'stay as typed in %s, which has no blanks between words',
    (language) => {
      expect(written(`"a 'b' c" -- d...`, language)).toBe(`&quot;a 'b' c&quot; -- d...`);
    },
  );

  it('find their partners across emphasis, links and footnotes', () => {
    expect(written('"*a* [b](/c/)" and ("d")[^1]', 'en')).toBe(
      '“<em>a</em> <a href="/c/">b</a>” and (“d”)[^1]',
    );
  });

  it.each([
    ['en', '“One.', '“Two.”'],
    ['fr', '«\u202fOne.', '«\u202fTwo.\u202f»'],
  ])(
    'open each paragraph of a quotation that only the last one closes, in %s',
    (language, ...shown) => {
      const paragraphs = shown.map((text) => `<p>${text}</p>\n`).join('');
      expect(articleHtml('"One.\n\n"Two."', {}, { language })).toBe(paragraphs);
    },
  );

  it.each(['"', '\\"One', '" One'])('leave alone what opens nothing: %s', (text) => {
    expect(written(text, 'en')).toContain('&quot;');
  });

  it('are left alone when typed as they should be', () => {
    expect(written('„a“ “b” «c»', 'en')).toBe('„a“ “b” «c»');
  });
});

describe('an apostrophe', () => {
  it.each([
    ['en', `It's the '90s, the boats' rock 'n' roll`, 'It’s the ’90s, the boats’ rock ’n’ roll'],
    ['en', `'Tis ("'twas") 'em`, '’Tis (“’twas”) ’em'],
    ['en', `'100 boats' and '68`, '‘100 boats’ and ’68'],
    ['nl', `'s avonds in 't dorp`, '’s avonds in ’t dorp'],
    ['fr', `l'eau d'"ici"`, 'l’eau d’«\u202fici\u202f»'],
    ['it', `un po' negli anni '80`, 'un po’ negli anni ’80'],
    ['he', 'צה"ל', 'צה&quot;ל'],
  ])('is no quotation mark in %s: %s', (language, text, shown) => {
    expect(written(text, language)).toBe(shown);
  });
});

describe('dashes and ellipses', () => {
  it.each([
    ['a -- b', 'a – b'],
    ['1914--1918', '1914–1918'],
    ['a --- b', 'a — b'],
    ['a---b', 'a—b'],
    ['a ---- b', 'a ---- b'],
    ['git commit --amend', 'git commit --amend'],
    ['wait...', 'wait…'],
    ['wait....', 'wait....'],
    ['section 2 (c), +-3', 'section 2 (c), +-3'],
  ])('are set: %s', (text, shown) => {
    expect(written(text, 'en')).toBe(shown);
  });
});

describe('French blanks', () => {
  it('do not break before high punctuation and within quotation marks', () => {
    expect(written('Quoi ? Oui : « non » ! Et ; voilà', 'fr')).toBe(
      'Quoi\u202f? Oui\u00a0: «\u202fnon\u202f»\u202f! Et\u202f; voilà',
    );
  });

  it('are put nowhere by themselves, and not into other languages', () => {
    expect(written('À 10:30, voir a:b?', 'fr')).toBe('À 10:30, voir a:b?');
    expect(written('What ?', 'en')).toBe('What ?');
  });
});

describe('what stays as typed', () => {
  it.each([
    ['code', '`"a" -- b...`', '<code>&quot;a&quot; -- b...</code>'],
    ['what is escaped', '\\"a\\" \\-- b', '&quot;a&quot; -- b'],
    ['an entity', '&quot;a&quot;', '&quot;a&quot;'],
    [
      'an address',
      '<https://a.example/b--c...>',
      expect.stringContaining('>https://a.example/b--c...<'),
    ],
    [
      'an address that is no link',
      'At https://a.example/b--c... -- or not...',
      'At https://a.example/b--c... – or not…',
    ],
    ['a block of code', '    "a" -- b', '<pre><code>&quot;a&quot; -- b\n</code></pre>\n'],
  ])('is %s', (_, text, shown) => {
    expect(written(text, 'en')).toEqual(shown);
  });
});
