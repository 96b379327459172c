import { describe, expect, it } from 'vitest';
import { imageKey, isExternal, isSafeLink } from '../../../functions/shared/links.ts';

describe('a link', () => {
  it.each([
    'https://example.org/',
    'HTTP://EXAMPLE.ORG',
    'mailto:desk@example.org',
    'tel:+4930123456',
    '/2026/11/wall/',
    'wall/',
    '#part',
    '?page=2',
    '',
    '//example.org/',
    'a/b:c',
    './javascript:x',
  ])('may lead to %j', (href) => {
    expect(isSafeLink(href)).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\u00ADscript:alert(1)',
    '\u200Bjavascript:alert(1)',
    'javascript\u00A0:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:x',
    'view-source:x',
    'x-custom+a.b:x',
  ])('may not lead to %j', (href) => {
    expect(isSafeLink(href)).toBe(false);
  });

  it.each(['https://a.example', 'HTTP:a', '//a.example', '\\\\a.example', '/\\a', ' //a', '/\t/a'])(
    'leaves the site: %j',
    (href) => {
      expect(isExternal(href)).toBe(true);
    },
  );

  it.each(['/a/', 'a//b', '#a', 'mailto:a@b.example', ''])('stays: %j', (href) => {
    expect(isExternal(href)).toBe(false);
  });
});

describe('the path of an image', () => {
  it.each([
    ['images/wall.jpg', 'images/wall.jpg'],
    ['/images/2026/11/wall-2.JPG', 'images/2026/11/wall-2.JPG'],
  ])('names its key: %s', (src, key) => {
    expect(imageKey(src)).toBe(key);
  });

  it.each([
    'wall.jpg',
    '//images/wall.jpg',
    'images/Wall.jpg',
    'images/../wall.jpg',
    'images/a b.jpg',
    'images/wall',
    'images/wall.jpg?x',
    'images/wall.jpg\n',
    `images/${'w'.repeat(300)}.jpg`,
    'https://example.org/images/wall.jpg',
  ])('is none: %j', (src) => {
    expect(imageKey(src)).toBeUndefined();
  });
});
