import { describe, expect, it } from 'vitest';
import { draw } from './draw.ts';

const yesNo = (tag: string) => {
  const name = /\w+/.exec(tag)?.[0];
  return `{{#${tag}}}yes{{else}}no{{/${name}}}`;
};

describe('{{#match}}', () => {
  it.each([
    ['match title', { title: 'x' }, 'yes'],
    ['match title', { title: '' }, 'no'],
    ['match list', { list: [] }, 'no'],
    ['match count', { count: 0 }, 'no'],
    ['match count includeZero=true', { count: 0 }, 'yes'],
    ['match count 1', { count: 1 }, 'yes'],
    ['match count "1"', { count: 1 }, 'no'],
    ['match missing "!=" "x"', {}, 'yes'],
    ['match a "=" a', { a: 'x' }, 'yes'],
    ['match count ">" 1', { count: 2 }, 'yes'],
    ['match count "<" 2', { count: 2 }, 'no'],
    ['match count ">=" 2', { count: 2 }, 'yes'],
    ['match count "<=" 1', { count: 2 }, 'no'],
    ['match title "~" "arb"', { title: 'harbour' }, 'yes'],
    ['match title "~^" "har"', { title: 'harbour' }, 'yes'],
    ['match title "~$" "har"', { title: 'harbour' }, 'no'],
    ['match list "~" "a"', { list: ['a'] }, 'no'],
    ['match (title) "x"', { title: 'x' }, 'yes'],
    ['match (match title "y")', { title: 'x' }, 'no'],
  ])('{{#%s}} of %j is %s', (tag, context, expected) => {
    expect(draw(yesNo(tag), context)).toBe(expected);
  });

  it('prints true or false where there is no block', () => {
    expect(draw('{{match a "x"}} {{match a "y"}}', { a: 'x' })).toBe('true false');
  });

  it('prints nothing for more than three arguments', () => {
    expect(draw(yesNo('match a "=" a a'), { a: 1 })).toBe('');
  });

  it('goes on with {{else match}}', () => {
    const source = '{{#match a 1}}one{{else match a 2}}two{{else}}many{{/match}}';
    expect([1, 2, 3].map((a) => draw(source, { a }))).toEqual(['one', 'two', 'many']);
  });
});

describe('{{#is}}', () => {
  it.each([
    ['is "home"', 'yes'],
    ['is "post, index"', 'yes'],
    ['is "post"', 'no'],
    ['is missing', ''],
  ])('{{#%s}} on the front page is "%s"', (tag, expected) => {
    expect(draw(yesNo(tag), {}, { root: { context: ['home', 'index'] } })).toBe(expected);
  });
});

describe('{{#has}}', () => {
  const post = {
    slug: 'wall',
    id: 'a1',
    visibility: 'public',
    tags: [{ name: 'News' }, { name: 'Harbour (old)' }],
    authors: [{ name: 'Ada' }],
    image: '/a.jpg',
    empty: '',
    year: 2026,
    nested: { list: [1] },
  };

  it.each([
    ['has tag="news"', 'yes'],
    ['has tag="sport, harbour (OLD)"', 'yes'],
    ['has tag="ews"', 'no'],
    ['has tag="count:2"', 'yes'],
    ['has tag="count:>2"', 'no'],
    ['has tag="count:<3"', 'yes'],
    ['has author="bob, ada"', 'yes'],
    ['has author="count:1"', 'yes'],
    ['has slug="WALL"', 'yes'],
    ['has id="a2"', 'no'],
    ['has visibility="public"', 'yes'],
    ['has tag="sport" author="ada"', 'yes'],
    ['has any="empty, image"', 'yes'],
    ['has any="empty, year"', 'no'],
    ['has all="image, nested.list"', 'yes'],
    ['has all="image, toString"', 'no'],
    ['has any="@site.title"', 'yes'],
    ['has any="@site.nothing"', 'no'],
    ['has unknown="x"', ''],
    ['has tag=missing', 'no'],
  ])('{{#%s}} is "%s"', (tag, expected) => {
    expect(draw(yesNo(tag), post)).toBe(expected);
  });

  it('counts with number="nth:3" and index="1,2" within {{#foreach}}', () => {
    const source =
      '{{#foreach list}}{{#has number="nth:3"}}n{{/has}}{{#has index="1,2"}}i{{/has}}-{{/foreach}}';
    expect(draw(source, { list: [1, 2, 3] })).toBe('-i-ni-');
  });
});
