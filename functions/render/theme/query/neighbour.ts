import type { Beside } from '../../view.ts';
import { idOf, type Post, postOf } from '../ghost/post.ts';
import { frameWithin } from '../handlebars.ts';
import type { Context, Frame, Options } from '../helper.ts';
import { isPost } from '../kinds.ts';
import { heldBy } from './held.ts';

type Direction = keyof Beside;

/**
 * The block of `{{#prev_post}}` (`older`) and `{{#next_post}}` with the post next to this one; the else part when there is
 * none, or the page does not tell.
 */
export function drawNeighbour(
  context: Context,
  { fn, inverse, hash, data }: Options,
  direction: Direction,
): string {
  const inner = { data: frameWithin(data) };
  const isAmongPosts = isPost(context) && !context.page;
  const post = isAmongPosts
    ? (besideArticle(context, hash.in, data, direction) ??
      besideInList(context, hash.in, data, direction))
    : undefined;
  return (post ? fn?.(post, inner) : inverse?.(context, inner)) ?? '';
}

/** On an article's own page. */
function besideArticle(
  context: Context,
  among: unknown,
  { galley: { view, site } }: Frame,
  direction: Direction,
): Post | undefined {
  if (view.kind !== 'article' || context.id !== idOf(view.card.id)) return undefined;
  const brief = view.beside[listAmong(context, among)]?.[direction];
  return brief && postOf(brief, site);
}

/** The name of a list that the article's page knows its neighbours in, or of one that it does not. */
function listAmong(context: Context, among: unknown): string {
  if (!isNarrow(context, among)) return 'home';
  const { slug } = context[among] as { slug: string };
  return among === 'primary_tag' ? `section/${slug}` : `author/${slug}`;
}

/** On a page that shows the newest of the site: of what it shows. */
function besideInList(
  context: Context,
  among: unknown,
  frame: Frame,
  direction: Direction,
): Post | undefined {
  const { view } = frame.galley;
  const posts = view.kind === 'list' ? heldBy(frame).find(({ scope }) => !scope)?.posts : [];
  const here = posts?.findIndex(({ id }) => id === context.id) ?? -1;
  if (!posts || here < 0) return undefined;
  const isWanted = (post: Post) => isAlike(post, context, among);
  return direction === 'older'
    ? posts.slice(here + 1).find(isWanted)
    : posts.slice(0, here).findLast(isWanted);
}

/** `in="primary_tag"` asks for a neighbour of the same section, `in="primary_author"` of the same author. */
function isAlike(post: Post, context: Context, among: unknown): boolean {
  if (!isNarrow(context, among)) return true;
  return post[among]?.slug === (context[among] as { slug: string }).slug;
}

/** As in Ghost: a post without a tag has its neighbours among all. */
function isNarrow(context: Context, among: unknown): among is 'primary_tag' | 'primary_author' {
  return (among === 'primary_tag' || among === 'primary_author') && context[among] !== null;
}
