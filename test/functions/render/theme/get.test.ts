import { describe, expect, it } from 'vitest';
import { postOf } from '../../../../functions/render/theme/ghost/post.ts';
import type { View } from '../../../../functions/render/view.ts';
import { draw } from './draw.ts';
import { articleView, cards, listView, site } from './newsroom.ts';

const whole = cards(6).map((card, index) => ({
  ...card,
  featured: index === 3,
  tags: index % 2 === 0 ? [{ slug: 'harbour', name: 'Harbour' }] : [],
  authors: [{ slug: index < 2 ? 'ada' : 'bob', name: 'x' }],
}));
const posts = whole.map((card) => postOf(card, site));

/** What a query finds, by the number in the slug, on a page that shows all six articles. */
function found(tag: string, view: View = listView({ cards: whole }), context = {}): string {
  const source = `{{#get ${tag}}}{{#foreach posts}}{{slug}} {{/foreach}}{{else}}else{{/get}}`;
  const around = { root: { posts }, galley: { view } };
  return draw(source, context, around).replaceAll('story-', '');
}

describe('{{#get "posts"}}', () => {
  it.each([
    ['"posts"', '6 5 4 3 2 1'],
    ['"posts" limit="2"', '6 5'],
    ['"posts" limit=2 page=2', '4 3'],
    ['"posts" limit="all"', '6 5 4 3 2 1'],
    ['"posts" order="published_at asc" limit="2"', '1 2'],
    ['"posts" order="title desc" limit="1"', '6'],
    ['"posts" filter="featured:true"', '3'],
    ['"posts" filter="featured:false+tag:harbour"', '6 4 2'],
    ['"posts" filter="tags:[harbour,other]"', '6 4 2'],
    ['"posts" filter="tag:-harbour"', '5 3 1'],
    ['"posts" filter="tag:-[harbour,news]"', ''],
    ['"posts" filter="primary_tag:news" limit="1"', '6'],
    ['"posts" filter="author:ada"', '6 5'],
    ['"posts" filter="primary_author:bob+tag:harbour"', '4 2'],
    ['"posts" filter="slug:story-2,slug:story-5"', '5 2'],
    ['"posts" filter="(author:ada,featured:true)+tag:-harbour"', '5 3'],
    ['"posts" filter="title:~\'STORY 4\'"', '4'],
    ['"posts" filter="title:~^\'tory\'"', ''],
    ['"posts" filter="title:~$\'6\'"', '6'],
    ['"posts" filter="feature_image:null" limit="1"', '6'],
    ['"posts" filter="published_at:<\'2026-11-03T08:00:00Z\'"', '2 1'],
    ['"posts" filter="published_at:<=\'2026-11-03T08:00:00Z\'"', '3 2 1'],
    ['"posts" filter="published_at:>\'2026-11-05T08:00:00Z\'"', '6'],
    ['"posts" filter="published_at:>=2026-11-05"', '6 5'],
    ['"posts" slug="story-4"', '4'],
    [`"posts" id="${posts[1]?.id}"`, '5'],
    [`"posts" filter="id:-${posts[0]?.id}" limit="2"`, '5 4'],
  ])('{{#get %s}} finds "%s"', (tag, expected) => {
    expect(found(tag)).toBe(expected);
  });

  it.each([
    ['"tags"', 'other things than posts'],
    ['"recipes"', 'what nobody knows'],
    ['"posts" filter="tag:"', 'a filter that ends too early'],
    ['"posts" filter="(tag:a"', 'an open parenthesis'],
    ['"posts" filter="tag:a)"', 'a parenthesis too many'],
    ['"posts" filter="tag:[a"', 'an open bracket'],
    ['"posts" filter="colour:red"', 'an unknown field'],
    ['"posts" filter="published_at:>\'soon\'"', 'a date that is none'],
    ['"posts" order="random"', 'an unknown order'],
    ['"posts" slug="story-9"', 'a post that is not there'],
  ])('{{#get %s}} draws its else part: %s', (tag) => {
    expect(found(tag)).toBe('else');
  });

  it('fills in values of the context and of the site', () => {
    const post = posts[0] as unknown as Record<string, unknown>;
    expect(
      found('"posts" filter="tags:[{{tags[*].slug}}]+id:-{{id}}" limit="2"', undefined, post),
    ).toBe('5 4');
    expect(found('"posts" filter="title:~\'{{@site.locale}}\'"')).toBe('');
    expect(
      found('"posts" filter=(concat "published_at:<\'" published_at "\'")', undefined, post),
    ).toBe('5 4 3 2 1');
  });

  it('names its posts and the position with block parameters', () => {
    const source =
      '{{#get "posts" limit="4" as |rows page|}}{{rows.length}} {{page.pages}} {{page.total}} {{page.next}}{{/get}}';
    const around = { root: { posts }, galley: { view: listView({ cards: whole }) } };
    expect(draw(source, {}, around)).toBe('4 2 6 2');
  });

  it('says in @error why there is no answer', () => {
    const source = '{{#get "posts" filter="colour:red"}}x{{else}}{{@error}}{{/get}}';
    const around = { root: { posts }, galley: { view: listView({ cards: whole }) } };
    expect(draw(source, {}, around)).toContain('colour');
  });
});

describe('a page that holds only the newest', () => {
  const home = listView({ cards: whole, older: 'archive/2026/10/' });

  it.each([
    ['"posts" limit="6"', '6 5 4 3 2 1'],
    ['"posts" limit="7"', 'else'],
    ['"posts" limit="all"', 'else'],
    ['"posts" filter="author:ada" limit="2"', '6 5'],
    ['"posts" filter="author:ada" limit="3"', 'else'],
    ['"posts" limit="2" page="3"', '2 1'],
    ['"posts" limit="4" page="2"', 'else'],
    ['"posts" order="title asc" limit="1"', 'else'],
  ])('on it {{#get %s}} gives "%s"', (tag, expected) => {
    expect(found(tag, home)).toBe(expected);
  });

  const section = listView({
    list: 'section/news',
    listKind: 'section',
    ref: { slug: 'news', name: 'News' },
    cards: whole,
  });

  it.each([
    ['"posts" limit="2"', 'else'],
    ['"posts" filter="tag:news" limit="2"', '6 5'],
    ['"posts" filter="primary_tag:news+tag:harbour" limit="2"', '6 4'],
    ['"posts" filter="tag:news,tag:harbour" limit="2"', 'else'],
    ['"posts" filter="tag:-news" limit="2"', 'else'],
    ['"posts" filter="tag:[news,other]" limit="2"', 'else'],
    ['"posts" filter="author:news" limit="2"', 'else'],
  ])('of one section {{#get %s}} gives "%s"', (tag, expected) => {
    expect(found(tag, section)).toBe(expected);
  });

  it.each([
    ['an article', articleView()],
    ['a month', listView({ cards: whole, month: '2026-11' })],
  ])('is not %s', (_kind, view) => {
    expect(found('"posts" limit="1"', view)).toBe('else');
  });
});

describe('{{#prev_post}} and {{#next_post}}', () => {
  const home = listView({ cards: whole });
  const around = (view: View = home) => ({ root: { posts }, galley: { view } });
  const source =
    '{{#prev_post}}{{slug}}{{else}}none{{/prev_post}} {{#next_post}}{{slug}}{{else}}none{{/next_post}}';
  const context = (index: number) => posts[index] as unknown as Record<string, unknown>;

  it('find the articles next to one', () => {
    expect(draw(source, context(2), around())).toBe('story-3 story-5');
  });

  it('find none beyond the ends', () => {
    expect(draw(source, context(0), around())).toBe('story-5 none');
    expect(draw(source, context(5), around())).toBe('none story-2');
  });

  it('stay with one author for in="primary_author"', () => {
    const same = '{{#prev_post in="primary_author"}}{{slug}}{{else}}none{{/prev_post}}';
    expect(draw(same, context(1), around())).toBe('none');
    expect(draw(same, context(2), around())).toBe('story-3');
  });

  it.each([
    ['a page that holds no list', articleView()],
    [
      'a list of one section',
      listView({ list: 'section/news', listKind: 'section', cards: whole }),
    ],
  ])('draw their else part on %s', (_kind, view) => {
    expect(draw(source, context(2), around(view))).toBe('none none');
  });
});
