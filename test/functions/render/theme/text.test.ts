import { describe, expect, it } from 'vitest';
import { markSafe } from '../../../../functions/render/theme/handlebars.ts';
import { draw } from './draw.ts';

const hostile = `<img src=x onerror="x()">&'`;
const shown = '&lt;img src&#x3D;x onerror&#x3D;&quot;x()&quot;&gt;&amp;&#x27;';

describe('{{title}}', () => {
  it('is escaped, in three braces too', () => {
    expect(draw('{{title}}{{{title}}}', { title: hostile })).toBe(shown + shown);
  });

  it('is nothing where there is none', () => {
    expect(draw('[{{title}}]')).toBe('[]');
  });
});

describe('{{excerpt}}', () => {
  const words = Array.from({ length: 60 }, (_, index) => `w${index + 1}`).join(' ');

  it.each([
    ['excerpt words="2"', 'One, two, three', 'One, two,'],
    ['excerpt characters="6"', 'One, two', 'One, t'],
    ['excerpt words="3"', 'Fish & chips now', 'Fish &amp; chips now'],
    ['excerpt characters="2"', '<b>', '&lt;b'],
    ['excerpt words="9"', 'One', 'One'],
    ['excerpt', words, words.slice(0, words.indexOf(' w51'))],
  ])('{{%s}} of "%s"', (tag, text, expected) => {
    expect(draw(`{{${tag}}}`, { excerpt: text })).toBe(expected);
  });

  it('never cuts a description that somebody wrote, and escapes it', () => {
    const post = { custom_excerpt: `One two ${hostile}`, excerpt: 'no' };
    expect(draw('{{excerpt words="1"}}', post)).toBe(`One two ${shown}`);
  });

  it('is the property and not the helper within {{#if}}', () => {
    expect(draw('{{#if excerpt}}yes{{else}}no{{/if}}', {})).toBe('no');
  });
});

describe('{{content}}', () => {
  const html = '<p>One <em>two three</em> four</p><p>five<br>six</p>';

  it.each([
    ['content', html],
    ['content words="2"', '<p>One <em>two</em></p>'],
    ['content words="4"', '<p>One <em>two three</em> four</p>'],
    ['content words="5"', '<p>One <em>two three</em> four</p><p>five<br></p>'],
    ['content words="0"', ''],
    ['content characters="5"', '<p>One <em>t</em></p>'],
  ])('{{%s}} gives %s', (tag, expected) => {
    expect(draw(`{{${tag}}}`, { html })).toBe(expected);
  });

  it('cuts no attribute and no character reference', () => {
    const picture = '<p><img alt="a > b c"> x &amp; y</p>';
    expect(draw('{{content characters="4"}}', { html: picture })).toBe(
      '<p><img alt="a > b c"> x &amp;</p>',
    );
  });

  it('is nothing without access or text', () => {
    expect(draw('[{{content}}]', { html, access: false })).toBe('[]');
    expect(draw('[{{content}}]', { html: null })).toBe('[]');
  });
});

describe('{{concat}}', () => {
  it.each([
    ['concat "a" "b"', 'ab'],
    ['concat "a" list separator=", "', 'a, x, y'],
    ['concat "nav-" number', 'nav-7'],
  ])('{{%s}} gives %s', (tag, expected) => {
    expect(draw(`{{${tag}}}`, { list: ['x', 'y'], number: 7 })).toBe(expected);
  });

  it('prints what makes markup escaped, and once', () => {
    expect(draw('{{concat "?a=" text}}', { text: hostile })).toBe(
      '?a=&lt;img src=x onerror=&quot;x()&quot;&gt;&amp;&#x27;',
    );
    expect(draw('{{concat (concat text)}}', { text: '&' })).toBe('&amp;');
  });

  it('hands the text itself to other helpers', () => {
    expect(draw('{{encode (concat text "?")}}', { text: '&' })).toBe('%26%3F');
  });
});

describe('{{plural}}', () => {
  const tag = '{{plural n empty="none" singular="% one" plural="% of them"}}';

  it.each([
    [0, 'none'],
    [1, '1 one'],
    [2, '2 of them'],
    [undefined, ''],
    ['2', ''],
  ])('of %j is "%s"', (n, expected) => {
    expect(draw(tag, { n })).toBe(expected);
  });

  it('refuses to guess a wording', () => {
    expect(() => draw('{{plural n empty="none" singular="one"}}', { n: 1 })).toThrow('plural="…"');
  });
});

describe('{{encode}}', () => {
  it('makes text a part of an address', () => {
    expect(draw('{{encode title}}', { title: 'Ü & "x"' })).toBe('%C3%9C%20%26%20%22x%22');
  });

  it('leaves no apostrophe that would end an attribute', () => {
    expect(draw('{{encode text}}', { text: "'" })).toBe('&#x27;');
  });

  it('bears half a character', () => {
    expect(draw('{{encode text}}', { text: '\ud800' })).toBe('%EF%BF%BD');
  });
});

describe('{{json}}', () => {
  it.each([
    ['json text', '"a"'],
    ['json list', '[1,"a"]'],
    ['json missing', 'null'],
    ['json a=text', '{"a":"a"}'],
    ['json (concat text "b")', '"ab"'],
  ])('{{%s}} gives %s', (tag, expected) => {
    expect(draw(`{{${tag}}}`, { text: 'a', list: [1, 'a'] })).toBe(expected);
  });

  it('cannot end the element it stands in', () => {
    const html = draw('{{json text}}', { text: "</script><!--&'\u2028" });
    expect(html).not.toMatch(/[<>&'\u2028]/);
    expect(JSON.parse(html)).toBe("</script><!--&'\u2028");
  });
});

describe('{{t}}', () => {
  it('gives the text itself where there is no translation, and fills in values', () => {
    expect(draw('{{t "By {name} and {other}" name=who}}', { who: '<b>' })).toBe(
      'By &lt;b&gt; and {other}',
    );
  });

  it('is plain text for other helpers', () => {
    expect(draw('{{#match (t "a") "a"}}yes{{/match}}')).toBe('yes');
  });

  it('gives nothing for nothing', () => {
    expect(draw('[{{t missing}}]')).toBe('[]');
  });
});

describe('{{reading_time}}', () => {
  const post = { html: '', title: 'x', slug: 'x' };

  it.each([
    ['reading_time', { ...post, reading_time: 1 }, '1 min read'],
    ['reading_time', { ...post, reading_time: 4 }, '4 min read'],
    ['reading_time minutes="% Minuten"', { ...post, reading_time: 4 }, '4 Minuten'],
    ['reading_time minute="kurz"', { ...post, reading_time: 1 }, 'kurz'],
    ['reading_time', { ...post, reading_time: 0 }, ''],
    ['reading_time', { reading_time: 4 }, ''],
  ])('{{%s}} of %j', (tag, context, expected) => {
    expect(draw(`{{${tag}}}`, context)).toBe(expected);
  });
});

describe('safe text', () => {
  it('is printed as it is by {{ }} and only then', () => {
    expect(draw('{{safe}}{{text}}', { safe: markSafe('<i>'), text: '<i>' })).toBe('<i>&lt;i&gt;');
  });
});
