import { describe, expect, it } from 'vitest';
import { draw } from './draw.ts';

const links = [
  { label: 'News', url: '/section/news/' },
  { label: 'Über uns', url: '/about' },
];

describe('{{navigation}}', () => {
  const partials = {
    navigation:
      '{{#foreach navigation}}{{slug}} {{label}} {{url}}{{#if current}} here{{/if}};{{/foreach}}{{isSecondary}} {{class}}',
  };

  it('hands label, url, slug and current to the partial', () => {
    const around = { root: { relativeUrl: '/about/' }, site: { navigation: links }, partials };
    expect(draw('{{navigation class="x"}}', {}, around)).toBe(
      'news News /section/news/;ueber-uns Über uns /about here;false x',
    );
  });

  it('takes the other list for type="secondary"', () => {
    const around = { site: { secondary_navigation: links.slice(0, 1) }, partials };
    expect(draw('{{navigation type="secondary"}}', {}, around)).toBe(
      'news News /section/news/;true',
    );
  });

  it('prints nothing when there are no links', () => {
    expect(draw('[{{navigation}}]', {}, { partials })).toBe('[]');
  });

  it('leaves what it was called in as it was', () => {
    const around = { site: { navigation: links }, partials };
    expect(draw('{{#if (navigation)}}{{navigation.length}}{{/if}}[{{slug}}]', {}, around)).toBe(
      '[]',
    );
  });

  it('has a list of links of its own for a theme without the partial', () => {
    const around = { root: { relativeUrl: '/' }, site: { navigation: links.slice(0, 1) } };
    expect(draw('{{navigation}}', {}, around)).toContain(
      '<li class="nav-news"><a href="https://gazette.example/section/news/">News</a></li>',
    );
  });
});

describe('{{pagination}}', () => {
  const pagination = { page: 2, pages: 3, total: 9, limit: 20, next: 3, prev: 1 };
  const galley = { pages: { 1: '/', 3: '/archive/2026/10/' } };

  it('hands the position and its attributes to the partial', () => {
    const partials = {
      pagination: '{{page}}/{{pages}} {{total}} {{limit}} {{next}} {{prev}} {{note}}',
    };
    expect(draw('{{pagination note="n"}}', { pagination }, { partials })).toBe('2/3 9 20 3 1 n');
  });

  it('links the pages before and after where the theme has no partial', () => {
    const html = draw('{{pagination}}', { pagination }, { galley });
    expect(html).toContain('href="/"');
    expect(html).toContain('href="/archive/2026/10/"');
  });

  it.each([[{}], [{ pagination: { ...pagination, total: '9' } }]])(
    'refuses to be called where there are no pages: %j',
    (context) => {
      expect(() => draw('{{pagination}}', context)).toThrow('pagination');
    },
  );
});
