import { describe, expect, it } from 'vitest';
import { draw } from './draw.ts';

const tags = [
  { name: 'News', slug: 'news', url: '/section/news/', visibility: 'public' },
  { name: '#inner', slug: 'inner', url: '/tag/inner/', visibility: 'internal' },
  { name: 'Rock & <b>', slug: 'rock', url: '/tag/rock/', visibility: 'public' },
  { name: 'Sea', slug: 'sea', url: '/tag/sea/', visibility: 'public' },
];
const authors = [
  { name: 'Ada', slug: 'ada', url: '/author/ada/' },
  { name: '<i>Bob', slug: 'bob', url: '/author/bob/' },
];

describe('{{tags}}', () => {
  it.each([
    ['tags autolink="false"', 'News, Rock &amp; &lt;b&gt;, Sea'],
    [
      'tags autolink="false" separator=" | " prefix="In " suffix="."',
      'In News | Rock &amp; &lt;b&gt; | Sea.',
    ],
    ['tags autolink="false" limit="1"', 'News'],
    ['tags autolink="false" from="2"', 'Rock &amp; &lt;b&gt;, Sea'],
    ['tags autolink="false" from="2" limit="1"', 'Rock &amp; &lt;b&gt;'],
    ['tags autolink="false" from="2" to="3"', 'Rock &amp; &lt;b&gt;, Sea'],
    ['tags autolink="false" visibility="internal"', '#inner'],
    ['tags autolink="false" visibility="all" to="2"', 'News, #inner'],
    ['tags limit="1"', '<a href="/section/news/">News</a>'],
  ])('{{%s}} gives %s', (tag, expected) => {
    expect(draw(`{{${tag}}}`, { tags })).toBe(expected);
  });

  it('prints neither prefix nor suffix when there are none', () => {
    expect(draw('[{{tags prefix="In "}}]', { tags: [] })).toBe('[]');
  });
});

describe('{{authors}}', () => {
  it('links each name, escaped', () => {
    expect(draw('{{authors separator=" and "}}', { authors })).toBe(
      '<a href="/author/ada/">Ada</a> and <a href="/author/bob/">&lt;i&gt;Bob</a>',
    );
  });
});

describe('{{post_class}}', () => {
  it.each([
    [{ tags }, 'post tag-news tag-inner tag-rock tag-sea no-image'],
    [{ feature_image: '/a.jpg' }, 'post'],
    [{ featured: true, page: true, feature_image: '/a.jpg' }, 'post featured page'],
    [{ post: { tags: tags.slice(0, 1) } }, 'post tag-news no-image'],
  ])('of %j is "%s"', (context, expected) => {
    expect(draw('{{post_class}}', context)).toBe(expected);
  });
});

describe('{{body_class}}', () => {
  const post = { slug: 'wall', tags: tags.slice(0, 1) };

  it.each([
    [['home', 'index'], {}, 'home-template'],
    [['paged', 'index'], {}, 'paged'],
    [['post'], { post }, 'post-template tag-news'],
    [['page'], { post, page: post }, 'page-template page-wall tag-news'],
    [['paged', 'tag'], { tag: { slug: 'news' } }, 'tag-template tag-news paged'],
    [['author'], { author: { slug: 'ada' } }, 'author-template author-ada'],
    [['error'], {}, ''],
  ])('in %j with %j is "%s"', (context, root, expected) => {
    expect(draw('{{body_class}}', root, { root: { context } })).toBe(expected);
  });
});

describe('accounts elsewhere', () => {
  it.each([
    ['social_url type="facebook"', { facebook: '/page' }, 'https://www.facebook.com/page'],
    ['social_url type="twitter"', { twitter: '@ada' }, 'https://x.com/ada'],
    ['social_url type="threads"', { threads: '@ada' }, 'https://www.threads.net/@ada'],
    ['social_url type="linkedin"', { linkedin: 'ada' }, 'https://www.linkedin.com/in/ada'],
    ['social_url type="linkedin"', { linkedin: 'company/a' }, 'https://www.linkedin.com/company/a'],
    ['social_url type="mastodon"', {}, 'https://sea.example/@gazette'],
    ['social_url type="unknown"', { unknown: 'x' }, ''],
    ['social_url', { facebook: 'x' }, ''],
  ])('{{%s}} of %j is "%s"', (tag, author, expected) => {
    expect(draw(`{{${tag}}}`, author, { site: { mastodon: 'sea.example/@gazette' } })).toBe(
      expected,
    );
  });

  const source =
    '{{#social_accounts who}}{{@number}}{{#if @last}}!{{/if}} {{type}} {{name}} {{href}};{{else}}none{{/social_accounts}}';

  it('{{#social_accounts}} goes through them in one order', () => {
    const who = { facebook: 'ada', twitter: '@ada' };
    expect(draw(source, { who })).toBe(
      '1 x X https://x.com/ada;2! facebook Facebook https://www.facebook.com/ada;',
    );
  });

  it('{{#social_accounts}} draws the else part when there are none', () => {
    expect(draw(source, { who: {} })).toBe('none');
  });

  it('{{#social_accounts}} wants to know whose', () => {
    expect(() => draw('{{#social_accounts}}x{{/social_accounts}}')).toThrow('needs a source');
  });
});
