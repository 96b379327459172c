import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { articleHtml, textHtml } from '../../../functions/shared/article-text.ts';
import { schemeOf } from '../../../functions/shared/links.ts';
import type { ImageInfo } from '../../../functions/shared/model.ts';
import { parseText } from '../../../functions/shared/text/parse-text.ts';
import { hostileMarks, hostileTexts } from '../../fixtures/hostile-text.ts';
import { elementsOf, parsed } from '../render/parsed-html.ts';

const picture: ImageInfo = {
  url: '/images/a.jpg.0123456789abcdef-2.jpg',
  width: 2,
  height: 1,
  widths: [2],
  formats: ['webp', 'jpg'],
};
const images = { 'images/a.jpg': picture };
const written = (text: string, base?: string) => articleHtml(text, images, base ? { base } : {});

const everything = `Text with *emphasis*, a [link](/a/ "A title"), \`code\` and a note[^1].

## A heading
### Another, with \`code\` and a [link](https://b.example/)
![A wall](images/a.jpg "It's a caption")

![A wall](images/a.jpg)
*A [caption](/c/) with a note[^2]*

> [!pull]
> It held.

> It held[^1].
>
> — Ilse

1. One
2. Two ![in the text](images/a.jpg)

| a | b | c |
|---|--:|:-:|
| 1 | 2 | 3 |

\`\`\`js
const a = 1;
\`\`\`

[^1]: The first.
[^2]:
    - The second.
`;

const validator = new HtmlValidate({ root: true, extends: ['html-validate:recommended'] });

async function complaints(html: string): Promise<string[]> {
  const { results } = await validator.validateString(`<h1>Title</h1>\n${html}`);
  return results.flatMap(({ messages }) => messages.map(({ message }) => message));
}

describe('the text of an article', () => {
  it('is valid HTML with all that it can hold', async () => {
    expect(await complaints(written(everything))).toEqual([]);
  });

  it('can be written from what was read to check it, again and again', () => {
    const text = parseText(everything, 'en');
    if (!text) throw new Error('too complex');
    for (const _ of [1, 2]) expect(textHtml(text, images, {})).toBe(written(everything));
  });

  it('is refused when it is too complex', () => {
    expect(() => written('*a* '.repeat(60_000))).toThrow('too complex');
  });

  it('marks links to other sites', () => {
    expect(
      written('[a](https://b.example/) [c](//d.example/) [e](/f/) [g](mailto:h@i.example)'),
    ).toBe(
      '<p><a href="https://b.example/" rel="noopener">a</a> ' +
        '<a href="//d.example/" rel="noopener">c</a> <a href="/f/">e</a> ' +
        '<a href="mailto:h@i.example">g</a></p>\n',
    );
  });

  it('encodes addresses that were typed as they sound', () => {
    expect(written('[a](/größe/)')).toContain('href="/gr%C3%B6%C3%9Fe/"');
  });

  it('aligns the columns of tables by class, because the policy allows no style', () => {
    const html = written('| a | b | c |\n|---|--:|:-:|\n| 1 | 2 | 3 |');
    const classes = elementsOf(html).map(({ name, attributes }) => [name, attributes.class]);
    expect(classes.filter(([name]) => name === 'td')).toEqual([
      ['td', undefined],
      ['td', 'align-right'],
      ['td', 'align-center'],
    ]);
    expect(html).not.toContain('style');
  });

  it('has only absolute addresses where it is read elsewhere', () => {
    const { elements } = parsed(written(everything, 'https://news.example/2026/wall/'));
    const addresses = elements.flatMap(({ attributes: { href, src } }) => href ?? src ?? []);
    expect(addresses.length).toBeGreaterThan(8);
    expect(addresses.filter((address) => !address.startsWith('https://'))).toEqual([]);
    expect(addresses).toContain('https://news.example/a/');
    expect(addresses).toContain('https://news.example/2026/wall/#fn_1');
  });
});

describe('a heading', () => {
  it('has a link to itself, whose address can be copied', () => {
    expect(written('## What it *cost*')).toBe(
      '<h2 id="what-it-cost">What it <em>cost</em> ' +
        '<a class="anchor" href="#what-it-cost" aria-label="Link to this heading">#</a></h2>\n',
    );
  });

  it('has an id that does not change with the language', () => {
    const ids = ['en', 'de', 'fr', 'ja'].map((language) => {
      const [heading] = elementsOf(articleHtml(`## It's "so" -- ok...`, {}, { language }));
      return heading?.attributes.id;
    });
    expect(new Set(ids).size).toBe(1);
  });

  it('has no link where it says nothing, or is read elsewhere', () => {
    expect(written('##')).toBe('<h2 id="part"></h2>\n');
    expect(written('## a', 'https://news.example/wall/')).toBe('<h2 id="a">a</h2>\n');
  });

  it('is of the second level at most', () => {
    expect(written('# a\n\nb\n=\n')).not.toMatch(/<\/?h1/);
  });
});

/** Everything that the text of an article may be made of. */
const elements =
  'a blockquote br code del em figcaption figure h2 h3 h4 h5 h6 hr img li ol p picture pre section source strong sup ' +
  'table tbody td th thead tr ul';
const attributes =
  'alt aria-label class decoding fetchpriority height href id loading rel role sizes src srcset start title type width';
const safe = [undefined, 'http', 'https', 'mailto', 'tel'];

describe('hostile Markdown', () => {
  it('comes in a thousand forms', () => {
    expect(hostileTexts.length).toBeGreaterThan(1000);
  });

  it.each(Object.entries(hostileMarks))('is valid HTML as %s', async (_, text) => {
    expect(await complaints(written(text))).toEqual([]);
  });

  it('becomes text, and elements that do nothing', () => {
    for (const [name, text] of hostileTexts) {
      const found = elementsOf(written(text));
      const names = found.map((element) => element.name);
      expect(
        names.filter((one) => !elements.split(' ').includes(one)),
        name,
      ).toEqual([]);
      const given = found.flatMap((element) => Object.keys(element.attributes));
      expect(
        given.filter((one) => !attributes.split(' ').includes(one)),
        name,
      ).toEqual([]);
      const links = found.flatMap((element) => element.attributes.href ?? []);
      expect(
        links.filter((link) => !safe.includes(schemeOf(link))),
        name,
      ).toEqual([]);
      const shown = found.flatMap((element) => element.attributes.src ?? []);
      expect(
        shown.filter((src) => src !== picture.url),
        name,
      ).toEqual([]);
    }
  });
});
