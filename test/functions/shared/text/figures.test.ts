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

const images = { 'images/a.jpg': wall };
const written = (text: string, shown: Record<string, ImageInfo | null> = images) =>
  articleHtml(text, shown);
const captionOf = (text: string) => /<figcaption>(.*)<\/figcaption>/.exec(written(text))?.[1];

describe('an image alone in its paragraph', () => {
  it('is a figure and no paragraph', () => {
    const { elements } = parsed(written('Before.\n\n![A wall](images/a.jpg)\n\nAfter.'));
    expect(elements.map(({ name }) => name)).toEqual(['p', 'figure', 'img', 'p']);
    expect(elements[2]?.attributes).toMatchObject({ alt: 'A wall', width: '2', height: '1' });
  });

  it('has its title as caption, with the marks of its language', () => {
    expect(captionOf(`![A wall](images/a.jpg "It's <the> \\"wall\\"")`)).toBe(
      'It’s &lt;the&gt; “wall”',
    );
  });

  it('has the emphasised line below it as caption, links and all', () => {
    expect(captionOf('![A wall](images/a.jpg)\n*The wall, by [Ida](/author/ida/), **new***')).toBe(
      'The wall, by <a href="/author/ida/">Ida</a>, <strong>new</strong>',
    );
  });

  it.each([
    ['words', '![A wall](images/a.jpg)\nThe wall.'],
    ['words after the emphasis', '![A wall](images/a.jpg)\n*The* wall'],
    ['two emphasised words', '![A wall](images/a.jpg)\n*The* *wall*'],
    ['emphasis on its own line', '![A wall](images/a.jpg) *The wall*'],
  ])('stays in its text beside %s', (_, text) => {
    expect(
      parsed(written(text))
        .elements.map(({ name }) => name)
        .slice(0, 2),
    ).toEqual(['p', 'img']);
  });

  it.each(['![A wall](images/a.jpg "Caption")', '![A wall](images/a.jpg)\n*Caption*'])(
    'is left out with its caption while it is not there: %s',
    (text) => {
      expect(written(`${text}\n\nThe end.`, {})).toBe('<p>The end.</p>\n');
      expect(written(`${text}\n\nThe end.`, { 'images/a.jpg': null })).toBe('<p>The end.</p>\n');
    },
  );
});
