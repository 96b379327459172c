import { describe, expect, it } from 'vitest';
import { articleHtml } from '../../../../functions/shared/article-text.ts';
import type { ImageInfo } from '../../../../functions/shared/model.ts';
import { parsed } from '../../render/parsed-html.ts';

const wall: ImageInfo = {
  url: '/images/a.jpg.0123456789abcdef-2.jpg',
  width: 2,
  height: 1,
  widths: [2],
  formats: ['jpg'],
};

const read = (text: string, base?: string) => parsed(articleHtml(text, {}, base ? { base } : {}));
const idsIn = (text: string) =>
  read(text).elements.flatMap(({ attributes: { id } }) => (id ? [id] : []));
const hrefsIn = (text: string, base?: string) =>
  read(text, base).elements.flatMap(({ attributes: { href } }) => (href ? [href] : []));

describe('footnotes', () => {
  it('stand at the end, in the order of their marks', () => {
    const { text } = read('One[^b] two[^a].\n\n[^a]: Note A.\n[^b]: Note B.\n\nThe end.');
    expect(text).toBe('One1 two2. The end. Note B. ↩︎ Note A. ↩︎');
  });

  it('lead there and back, from each mark of their own', () => {
    const text = 'One[^a] two[^a].\n\n[^a]: Note.';
    expect(idsIn(text)).toEqual(['fnref_1', 'fnref_1_2', 'fn_1']);
    expect(hrefsIn(text)).toEqual(['#fn_1', '#fn_1', '#fnref_1', '#fnref_1_2']);
  });

  it('lead to the page of the article from wherever the text is read', () => {
    expect(hrefsIn('One[^a].\n\n[^a]: Note.', 'https://news.example/wall/')).toEqual([
      'https://news.example/wall/#fn_1',
      'https://news.example/wall/#fnref_1',
    ]);
  });

  it('say what their signs mean, in the words they are given', () => {
    const words = { notes: 'Fußnoten', note: 'Fußnote', back: 'Zurück', heading: 'Link' };
    const html = articleHtml('One[^a] two[^a].\n\n[^a]: Note.', {}, { words });
    const labels = parsed(html).elements.flatMap(
      ({ attributes }) => attributes['aria-label'] ?? [],
    );
    expect(labels).toEqual(['Fußnote 1', 'Fußnote 1', 'Fußnoten', 'Zurück', 'Zurück 2']);
  });

  it('have paragraphs, lists and quotations', () => {
    const { elements, text } = read(
      'One[^a].\n\n[^a]: First.\n\n    - Second\n    - Third\n\n    > Fourth\n\nNot five.',
    );
    expect(text).toBe('One1. Not five. First. Second Third Fourth ↩︎');
    expect(elements.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['section', 'ol', 'li', 'ul', 'blockquote']),
    );
  });

  it('may refer to others and to themselves', () => {
    const text = 'One[^a].\n\n[^a]: See[^b] and[^a].\n[^b]: Or[^a].';
    expect(read(text).text).toBe('One1. See2 and1. ↩︎ ↩︎2 ↩︎3 Or1. ↩︎');
    expect(new Set(idsIn(text)).size).toBe(idsIn(text).length);
  });

  it('are found whatever the case of their names, and in lists and quotations', () => {
    const text = 'One[^Wall].\n\n- item\n[^wall]: In a list.\n\n> quote[^b]\n[^b]: After it.';
    expect(read(text).text).toBe('One1. item quote2 In a list. ↩︎ After it. ↩︎');
  });

  it.each([
    ['no mark refers to', 'One.\n\n[^a]: Note.', 'One.'],
    ['have the name of an earlier one', 'One[^a].\n\n[^a]: A.\n[^a]: B.', 'One1. A. ↩︎'],
  ])('that %s are left out', (_, text, shown) => {
    expect(read(text).text).toBe(shown);
  });

  it.each([
    ['without a note', 'One[^b].\n\n[^a]: Note[^a].', 'One[^b].'],
    ['in code', 'One`[^a]`.\n\n[^a]: Note.', 'One[^a].'],
    ['after a backslash', 'One\\[^a].\n\n[^a]: Note.', 'One[^a].'],
    ['with a blank in its name', 'One[^a b].\n\n[^a]: Note.', 'One[^a b].'],
    ['of an object’s own', 'One[^constructor].', 'One[^constructor].'],
  ])('have no mark %s', (_, text, shown) => {
    expect(read(text).text).toBe(shown);
  });

  it('never share an id with a heading', () => {
    const headings = ['fn_1', 'fnref_1', 'fnref_1_2', 'Fn 1', 'Fnref 1 2'];
    const text = `One[^a] two[^a].\n\n${headings.map((one) => `## ${one}\n\n`).join('')}[^a]: Note.`;
    expect(idsIn(text)).toHaveLength(headings.length + 3);
    expect(new Set(idsIn(text)).size).toBe(headings.length + 3);
  });

  it('lead back to no mark in a caption that is left out with its image', () => {
    const text = '![A wall](images/a.jpg)\n*Built[^a]*\n\nOne[^a] two[^b].\n\n[^a]: A.\n[^b]: B.';
    expect(hrefsIn(text)).toEqual(['#fn_1', '#fn_2', '#fnref_1_2', '#fnref_2']);
    expect(read(text).text).toBe('One1 two2. A. ↩︎ B. ↩︎');
    const shown = parsed(articleHtml(text, { 'images/a.jpg': wall })).text;
    expect(shown).toBe('Built1 One1 two2. A. ↩︎ ↩︎2 B. ↩︎');
  });

  it('are not counted by images that only name them', () => {
    const images = { 'images/a.jpg': wall };
    const html = articleHtml('![A wall[^a]](images/a.jpg) One[^a].\n\n[^a]: Note.', images);
    expect(parsed(html).elements.find(({ name }) => name === 'img')?.attributes.alt).toBe('A wall');
    expect(parsed(html).elements.filter(({ name }) => name === 'sup')).toHaveLength(1);
  });
});
