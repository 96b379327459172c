import { describe, expect, it } from 'vitest';
import { postOf } from '../../../../functions/render/theme/ghost/post.ts';
import type { Beside, Brief, View } from '../../../../functions/render/view.ts';
import { draw } from './draw.ts';
import { articleView, card, cards, listView, site } from './newsroom.ts';

const stories = cards(6);
const briefs = stories.map((story): Brief => ({ ...story, replyCount: 0 }));

function found(tag: string, view: View, context = {}, posts: unknown[] = []): string {
  const source = `{{#get ${tag}}}{{#foreach posts}}{{slug}} {{/foreach}}{{else}}else{{/get}}`;
  return draw(source, context, { root: { posts }, galley: { view } }).replaceAll('story-', '');
}

describe('an article’s page', () => {
  const view = articleView({ related: briefs.slice(1, 4) });
  const post = postOf(card, site) as unknown as Record<string, unknown>;

  it.each([
    ['"posts" filter="tags:[{{tags[*].slug}}]+id:-{{id}}" limit="3"', '5 4 3'],
    ['"posts" filter="tag:news+id:-{{id}}" limit="2"', '5 4'],
    ['"posts" filter="primary_tag:{{primary_tag.slug}}" limit="5"', '5 4 3'],
    ['"posts" filter="tag:harbour+featured:true"', ''],
    ['"posts" filter="published_at:<\'2026-11-04T08:00:00Z\'+tag:news"', '3'],
  ])('answers {{#get %s}} with related stories: "%s"', (tag, expected) => {
    expect(found(tag, view, post)).toBe(expected);
  });

  it.each([
    ['"posts" limit="3"', 'the newest of the site'],
    ['"posts" filter="tag:sport"', 'another tag'],
    ['"posts" filter="tags:[news,sport]"', 'another tag beside its own'],
    ['"posts" filter="tag:-news"', 'all other tags'],
    ['"posts" filter="author:ada"', 'its author'],
  ])('does not know what {{#get %s}} asks for: %s', (tag) => {
    expect(found(tag, view, post)).toBe('else');
  });

  it('has the articles before and after it on the site, in its section, and in no other list', () => {
    const besideOf = (older: number, newer: number): Beside => ({
      older: briefs[older] as Brief,
      newer: briefs[newer] as Brief,
    });
    const beside = { home: besideOf(3, 1), 'section/news': besideOf(4, 0) };
    const drawn = (among: string) =>
      draw(
        `{{#prev_post ${among}}}{{slug}}{{else}}none{{/prev_post}} {{#next_post ${among}}}{{slug}}{{else}}none{{/next_post}}`,
        post,
        { galley: { view: articleView({ beside }) } },
      );
    expect(drawn('')).toBe('story-3 story-5');
    expect(drawn('in="primary_tag"')).toBe('story-2 story-6');
    expect(drawn('in="primary_author"')).toBe('none none');
  });

  it('has nothing beside another article than its own', () => {
    const beside = { home: { older: briefs[1] as Brief } };
    const other = postOf(stories[0] ?? card, site) as unknown as Record<string, unknown>;
    const source = '{{#prev_post}}{{slug}}{{else}}none{{/prev_post}}';
    expect(draw(source, other, { galley: { view: articleView({ beside }) } })).toBe('none');
  });
});

describe('the front page', () => {
  const featured = stories.slice(4).map((story) => ({ ...story, featured: true }));
  const posts = stories.slice(0, 3).map((story) => postOf(story, site));
  const front = (changes = {}) =>
    listView({ cards: stories.slice(0, 3), older: 'archive/2026/11/', featured, ...changes });

  it.each([
    ['"posts" filter="featured:true" limit="4"', '2 1'],
    ['"posts" filter="featured:true"', '2 1'],
    ['"posts" filter="featured:true+tag:harbour" limit="1"', '2'],
    ['"posts" filter="featured:false" limit="3"', '6 5 4'],
    ['"posts" limit="2"', '6 5'],
  ])('answers {{#get %s}} with "%s"', (tag, expected) => {
    expect(found(tag, front(), {}, posts)).toBe(expected);
  });

  it('does not know how many more are featured when there are as many as it shows', () => {
    const many = front({ featured: cards(5, { featured: true }) });
    expect(found('"posts" filter="featured:true" limit="5"', many, {}, posts)).toBe('5 4 3 2 1');
    expect(found('"posts" filter="featured:true" limit="6"', many, {}, posts)).toBe('else');
  });
});
