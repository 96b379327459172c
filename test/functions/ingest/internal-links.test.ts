import { describe, expect, it } from 'vitest';
import { checkBody } from '../../../functions/ingest/body-check.ts';

const place = { language: 'en', id: '2026/11/wall', siteUrl: 'https://news.example' };
const linksOf = (text: string, siteUrl = place.siteUrl) =>
  checkBody(text, 5, { ...place, siteUrl }).links;
const idsOf = (text: string) => linksOf(text).map(({ id, fragment }) => [id, fragment]);

describe('the links inside the site', () => {
  it('are told with their places', () => {
    expect(linksOf('See\nthe [quay](/2026/10/quay/) and\n\n> [us](/about/)')).toEqual([
      { id: '2026/10/quay', line: 6, column: 5 },
      { id: 'about', line: 8, column: 3 },
    ]);
  });

  it.each([
    ['without a slash at the end', '/2026/10/quay', '2026/10/quay'],
    ['with a question', '/2026/10/quay/?from=feed', '2026/10/quay'],
    ['relative to the article', '../../10/quay/', '2026/10/quay'],
    ['in full', 'https://news.example/about/', 'about'],
    ['to the front page', '/', ''],
    ['to the article itself', './', '2026/11/wall'],
    ['encoded', '/gr%C3%B6%C3%9Fe/', 'größe'],
    ['encoded badly', '/gr%E0/', 'gr%E0'],
  ])('are found %s', (_, href, id) => {
    expect(idsOf(`[a](<${href}>)`)[0]).toEqual([id, undefined]);
  });

  it.each([
    'https://other.example/about/',
    '//other.example/about/',
    'mailto:desk@news.example',
    'tel:+123',
    'https://news.example.other.example/',
  ])('are not those like %s', (href) => {
    expect(idsOf(`[a](${href})`)).toEqual([]);
  });

  it('are found in captions, footnotes and quotations too', () => {
    const text = '![A](images/a.jpg)\n*[a](/a/)*\n\n> b\n> — [b](/b/)\n\nc[^1]\n\n[^1]: [c](/c/)';
    expect(idsOf(text).map(([id]) => id)).toEqual(['a', 'b', 'c']);
  });

  it('are paths even where the address of the site is not known', () => {
    expect(linksOf('[a](/about/) [b](https://news.example/about/)', '')).toMatchObject([
      { id: 'about' },
    ]);
  });

  it('name the place on the page, as it is called there', () => {
    expect(idsOf('[a](/about/#who-we-are) [b](/about/#gr%C3%B6%C3%9Fe)')).toEqual([
      ['about', 'who-we-are'],
      ['about', 'größe'],
    ]);
  });
});

describe('a link within a text', () => {
  const problemsOf = (text: string) => checkBody(text, 1, place).problems;

  it.each([
    '#what-it-cost',
    './#what-it-cost',
    '/2026/11/wall/#what-it-cost',
    '#replies',
    '#fn_1',
    '#fnref_1',
    '#',
    '#:~:text=cost',
    '/other/#nowhere',
  ])('may lead to %s', (href) => {
    expect(problemsOf(`[a](${href})[^a]\n\n## What it cost\n\n[^a]: Much.`)).toEqual([]);
  });

  it('that leads to no heading is told which is near', () => {
    const [problem, ...others] = problemsOf('[a](#What-it-costs)\n\n## What it cost');
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'missing-anchor', severity: 'warning', column: 1 });
    expect(problem?.advice).toBe('Did you mean #what-it-cost?');
  });
});
