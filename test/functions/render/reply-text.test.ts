import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replyHtml } from '../../../functions/render/reply-text.ts';
import { limits } from '../../../functions/shared/layout.ts';
import { hostile } from '../../fixtures/hostile.ts';
import { collapse, parsed } from './parsed-html.ts';

const allowed: Record<string, string[]> = {
  p: [],
  br: [],
  em: [],
  strong: [],
  code: [],
  pre: [],
  blockquote: [],
  ul: [],
  ol: ['start'],
  li: [],
  a: ['href', 'rel'],
};

/** All that the allow-list does not know, found by a parser that is not ours. */
function strangersIn(html: string): string[] {
  return parsed(html).elements.flatMap(({ name, attributes }) => {
    if (!allowed[name]) return [name];
    const strange = Object.keys(attributes).filter((key) => !allowed[name]?.includes(key));
    const { href = 'https://' } = attributes;
    return [...strange, ...(/^https?:\/\//i.test(href) ? [] : [href])];
  });
}

describe('the Markdown of a reply', () => {
  it.each([
    ['paragraphs', 'one\n\ntwo', '<p>one</p>\n<p>two</p>\n'],
    ['a line break as sent by a form', 'one\r\ntwo', '<p>one<br>\ntwo</p>\n'],
    ['emphasis', '*one* __two__', '<p><em>one</em> <strong>two</strong></p>\n'],
    ['code in a line', '`<b>`', '<p><code>&lt;b&gt;</code></p>\n'],
    [
      'a code block without its language',
      '```js\n<b>\n```',
      '<pre><code>&lt;b&gt;\n</code></pre>\n',
    ],
    ['a quotation', '> one', '<blockquote><p>one</p>\n</blockquote>\n'],
    ['a list', '- one\n- two', '<ul><li>one</li>\n<li>two</li>\n</ul>\n'],
    ['a list that starts at three', '3. one', '<ol start="3"><li>one</li>\n</ol>\n'],
    ['a list that starts at one', '1. one', '<ol><li>one</li>\n</ol>\n'],
    [
      'a link without its title',
      '[one](http://example.org/?a&b "two")',
      '<p><a href="http://example.org/?a&amp;b" rel="nofollow ugc noopener">one</a></p>\n',
    ],
    [
      'a bare address without the full stop after it',
      'See https://example.org/a%20b.',
      '<p>See <a href="https://example.org/a%20b" rel="nofollow ugc noopener">https://example.org/a%20b</a>.</p>\n',
    ],
    [
      'an address in angle brackets',
      '<https://xn--80ak6aa92e.com>',
      '<p><a href="https://xn--80ak6aa92e.com" rel="nofollow ugc noopener">https://xn--80ak6aa92e.com</a></p>\n',
    ],
  ])('knows %s', (_name, text, html) => {
    expect(replyHtml(text)).toBe(html);
  });

  it.each([
    ['a heading', '# one'],
    ['an underlined heading', 'one\n==='],
    ['a rule', '---'],
    ['a table', '| a |\n| - |\n| b |'],
    ['a reference', '[one]: https:example.org'],
    ['an entity', '&lt;b&gt; &amp;'],
    ['a struck word', '~~one~~'],
    ['an e-mail address', 'me@example.org <me@example.org> [me](mailto:me@example.org)'],
    ['an address without a scheme', 'www.example.org //example.org [one](/about/)'],
    ['an address of another scheme', 'ftp://example.org [one](tel:1)'],
    ['typographic marks', '"one" -- (c) ...'],
  ])('leaves %s as it was typed', (_name, text) => {
    const { elements, text: visible } = parsed(replyHtml(text));
    expect(elements.filter(({ name }) => name !== 'p' && name !== 'br')).toEqual([]);
    expect(visible).toBe(collapse(text));
  });

  it('shows an image as a link with an exclamation mark', () => {
    expect(replyHtml('![one](https://example.org/a.png)')).toMatch(/^<p>!<a href=/);
  });

  it.each([
    ['quotations', `${'>'.repeat(200)} the end`],
    [
      'lists',
      Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}- the end`).join('\n'),
    ],
  ])('shows text as typed when %s are nested too deep', (_name, text) => {
    const { elements, text: visible } = parsed(replyHtml(text));
    expect(elements.filter(({ name }) => name !== 'p' && name !== 'br')).toEqual([]);
    expect(visible).toBe(collapse(text));
  });
});

describe('hostile replies', () => {
  it('are told apart by name', () => {
    expect(new Set(hostile.map((row) => row.name)).size).toBe(hostile.length);
  });

  it.each(hostile)('$name: only allowed marks, and the text is readable', (row) => {
    const html = replyHtml(row.payload);
    expect(strangersIn(html)).toEqual([]);
    expect(parsed(html).text).toBe(collapse(row.shown ?? row.payload));
  });
});

/** Markdown and HTML marks beside ordinary text, so that random replies are nasty ones. */
const fragment = fc.oneof(
  fc.constantFrom(
    ...[
      '*',
      '_',
      '`',
      '```\n',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '"',
      "'",
      '&',
      ';',
      '\\',
      '!',
      '#',
      '- ',
    ],
    ...[
      '1. ',
      '\n',
      '\n\n',
      '    ',
      '\t',
      ':',
      '//',
      'https://',
      'javascript:',
      'onerror=',
      '<a href=',
    ],
    ...[
      '&lt;',
      '&#x3c;',
      '<script>',
      '</p>',
      '<!--',
      '\0',
      '\ud800',
      'a',
      'é',
      '字',
      '{{',
      '~~~',
      '| ',
    ],
  ),
  fc.constantFrom(...hostile.map((row) => row.payload)),
  fc.string({ unit: 'binary' }),
);
const anyReply = fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(''));

describe('any reply', () => {
  it('becomes only allowed marks', () => {
    fc.assert(
      fc.property(anyReply, (text) => {
        expect(strangersIn(replyHtml(text))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('becomes marks that are closed in order', () => {
    fc.assert(
      fc.property(anyReply, (text) => {
        const open: string[] = [];
        for (const [, end, name = ''] of replyHtml(text).matchAll(/<(\/?)([a-z]+)[^>]*>/g)) {
          if (end) expect(open.pop()).toBe(name);
          else if (name !== 'br') open.push(name);
        }
        expect(open).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps each letter of plain text', () => {
    const words = fc.array(fc.stringMatching(/^[\p{L}<>"'&;=/?!.,]{1,12}$/u), { minLength: 1 });
    fc.assert(
      fc.property(words, (parts) => {
        // At the start of a line, `>` would be a mark.
        const text = `So ${parts.join(' ')}`;
        expect(parsed(replyHtml(text)).text).toBe(collapse(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('ten thousand nasty characters', () => {
  const marks = [
    '[',
    '![',
    '[](',
    '*',
    '*_',
    'a*',
    '_',
    '`',
    '``x`',
    '>',
    '> ',
    '> - ',
    '- a\n',
    '1.\n',
    '<',
    '\\',
  ];
  const links = [
    'https://',
    'http://a',
    'https://a.b/(',
    'https://a.b:',
    '<http://',
    '[x](http://a ',
    'x@y.',
    '&',
  ];

  it.each([...marks, ...links])('of %j take about twice as long as half of them', (mark) => {
    const nasty = mark.repeat(limits.replyCharacters / mark.length);
    const half = fastest(nasty.slice(0, nasty.length / 2));
    const whole = fastest(nasty);
    // Quadratic growth gives four; below 100 ms growth does no harm and the clock is too coarse.
    expect(whole < 100 || whole / half < 3.5).toBe(true);
  });
});

/** Milliseconds of the fastest of some runs: the others waited for the machine. */
function fastest(text: string): number {
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now();
    replyHtml(text);
    return performance.now() - start;
  });
  return Math.min(...times);
}
