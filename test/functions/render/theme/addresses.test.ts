import { describe, expect, it } from 'vitest';
import { draw } from './draw.ts';
import { site } from './newsroom.ts';

const galley = { site, pages: { 1: '/section/news/', 2: '/section/news/2026/11/' } };

describe('{{url}}', () => {
  const post = { html: '', title: 'x', slug: 'x', url: '/2026/11/wall/' };

  it.each([
    ['url', post, '/2026/11/wall/'],
    ['url absolute="true"', post, 'https://gazette.example/2026/11/wall/'],
    ['url absolute="false"', post, '/2026/11/wall/'],
    ['url absolute=true', { url: 'https://other.example/' }, 'https://other.example/'],
    ['url absolute="true"', { url: '//other.example/' }, '//other.example/'],
    ['url', { relativeUrl: '/about/' }, '/about/'],
    ['url', {}, '/'],
    ['url', { url: '/größe/[1]/?a=b&c' }, '/gr%C3%B6%C3%9Fe/[1]/?a=b&amp;c'],
    ['url', { url: '/100%/' }, ''],
    ['url', { url: '/"><script>' }, '/%22%3E%3Cscript%3E'],
    ['url', { url: "/'onclick='x" }, '/&#x27;onclick=&#x27;x'],
  ])('{{%s}} of %j is %s', (tag, context, expected) => {
    expect(draw(`{{${tag}}}`, context, { galley })).toBe(expected);
  });
});

describe('{{img_url}}', () => {
  const made = '2026/a.jpg.0123456789abcdef';

  it.each([
    ['img_url image', '/images/a.jpg'],
    ['img_url image size="m" format="webp"', '/images/a.jpg'],
    ['img_url made', `/images/${made}-1200.jpg`],
    ['img_url made size="m"', `/images/${made}-800.jpg`],
    ['img_url made size="m" format="webp"', `/images/${made}-800.webp`],
    [
      'img_url made size="m" format="avif" absolute=true',
      `https://gazette.example/images/${made}-800.avif`,
    ],
    ['img_url made size="m" format="jpeg"', `/images/${made}-800.jpg`],
    ['img_url made size="m" format="gif"', `/images/${made}-800.jpg`],
    ['img_url made size="xl"', `/images/${made}-1200.jpg`],
    ['img_url made size="square"', `/images/${made}-1200.jpg`],
    ['img_url made size="constructor"', `/images/${made}-1200.jpg`],
    ['img_url clear size="m"', `/images/${made}-800.webp`],
    ['img_url clear size="m" format="avif"', `/images/${made}-800.webp`],
    ['img_url clear size="m" format="jpg"', `/images/${made}-800.webp`],
    ['img_url image absolute="true"', 'https://gazette.example/images/a.jpg'],
    ['img_url image absolute="false"', '/images/a.jpg'],
    ['img_url elsewhere absolute="true"', 'https://cdn.example/a.jpg'],
    ['img_url shared absolute="true"', '//cdn.example/a.jpg'],
    ['img_url none', ''],
    ['img_url missing', ''],
    ['img_url', ''],
    ['img_url hostile', '&quot;&gt;&lt;script&gt;'],
  ])('{{%s}} is %s', (tag, expected) => {
    const context = {
      image: '/images/a.jpg',
      made: `/images/${made}-1200.jpg`,
      clear: `/images/${made}-1200.webp`,
      elsewhere: 'https://cdn.example/a.jpg',
      shared: '//cdn.example/a.jpg',
      none: null,
      hostile: '"><script>',
    };
    const config = {
      image_sizes: { m: { width: 800 }, xl: { width: 1920 }, square: { height: 9 } },
    };
    expect(draw(`{{${tag}}}`, context, { galley, config })).toBe(expected);
  });
});

describe('{{asset}}', () => {
  it.each([
    ['asset "js/none.js"', '/assets/js/none.js'],
    ['asset "assets/js/none.js"', '/assets/js/none.js'],
    ['asset "/icons.svg#menu"', '/assets/icons.svg#menu'],
    ['asset (concat "js/" "none.js")', '/assets/js/none.js'],
  ])('{{%s}} is %s', (tag, expected) => {
    expect(draw(`{{${tag}}}`)).toBe(expected);
  });

  it('refuses to be called without a path', () => {
    expect(() => draw('{{asset}}')).toThrow('needs the path');
  });
});

describe('{{page_url}}', () => {
  const root = { pagination: { prev: null, next: 2 } };

  it.each([
    ['page_url', '/section/news/'],
    ['page_url 1', '/section/news/'],
    ['page_url 2', '/section/news/2026/11/'],
    ['page_url "next"', '/section/news/2026/11/'],
    ['page_url "prev"', ''],
    ['page_url 3', ''],
    ['page_url missing', ''],
  ])('{{%s}} is "%s"', (tag, expected) => {
    expect(draw(`{{${tag}}}`, {}, { root, galley })).toBe(expected);
  });
});

describe('{{link_class}}', () => {
  it.each([
    ['link_class for="/section/news/"', '/section/news/', 'nav-current'],
    ['link_class for="/section/news/#top"', '/section/news/', 'nav-current'],
    ['link_class for="/section/news/" class="nav a"', '/section/news/', 'nav a nav-current'],
    ['link_class for="/section/news/"', '/section/news/2026/11/', 'nav-current-parent'],
    ['link_class for="/section/news/"', '/section/newsroom/', ''],
    ['link_class for="/"', '/section/news/', ''],
    ['link_class for="/" ', '/', 'nav-current'],
    ['link_class for=(url absolute="true")', '/section/news/', 'nav-current'],
    ['link_class for="/section/news/" activeClass="on"', '/section/news/', 'on'],
    ['link_class for="/section/news/" activeClass="on"', '/section/news/a/', 'on-parent'],
    ['link_class for="/section/news/" activeClass=""', '/section/news/', ''],
    ['link_class for="/a/" parentActiveClass="up"', '/a/b/', 'up'],
    ['link_class for=missing', '/a/', ''],
  ])('{{%s}} on %s is "%s"', (tag, relativeUrl, expected) => {
    const context = { url: '/section/news/' };
    expect(draw(`{{${tag}}}`, context, { root: { relativeUrl }, galley })).toBe(expected);
  });

  it('refuses to be called without for', () => {
    expect(() => draw('{{link_class}}')).toThrow('needs for');
  });
});
