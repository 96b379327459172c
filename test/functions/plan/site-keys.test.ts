import { describe, expect, test } from 'vitest';
import { originalOf, pageAt, uploadOf } from '../../../functions/plan/site-keys.ts';

describe('an object of the site', () => {
  test.each([
    ['index.html', ''],
    ['2026/11/wall/index.html', '2026/11/wall/'],
    ['feed.xml', 'feed.xml'],
    ['404.html', '404.html'],
    ['assets/site.0123456789.css', 'assets/site.0123456789.css'],
    ['images/wall.png.0123456789abcdef-800.avif', undefined],
    ['about', undefined],
    ['about/', undefined],
    ['.well-known/security.txt', undefined],
  ])('%s is the page %s', (key, page) => {
    expect(pageAt(key)).toBe(page);
  });

  test.each([
    ['images/2026/wall.png.0123456789abcdef-800.avif', 'images/2026/wall.png'],
    ['images/wall.png', undefined],
    ['images/wall.png.0123456789abcdef.avif', undefined],
    ['assets/wall.png.0123456789abcdef-800.avif', undefined],
  ])('%s is a copy of %s', (key, original) => {
    expect(originalOf(key)).toBe(original);
  });
});

test.each([
  ['reports/articles/a.md.json', 'articles/a.md'],
  ['reports/images/a.png.txt', 'images/a.png'],
  ['articles/a.md', undefined],
])('%s reports on %s', (key, upload) => {
  expect(uploadOf(key)).toBe(upload);
});
