import type { Post } from '../ghost/post.ts';
import { handlebars } from '../handlebars.ts';
import type { Context, Options } from '../helper.ts';
import { isPost } from '../kinds.ts';
import { heldBy } from './held.ts';

/**
 * The block of `{{#prev_post}}` (`older`) and `{{#next_post}}` with the post next to this one; the else part when there is
 * none, or the posts in memory do not tell.
 */
export function drawNeighbour(
  context: Context,
  { fn, inverse, hash, data }: Options,
  direction: 'older' | 'newer',
): string {
  const inner = { data: handlebars.createFrame(data) };
  const held = heldBy(data);
  const known = held && !held.scope && isPost(context) && !context.page ? held.posts : [];
  const here = known.findIndex(({ id }) => id === context.id);
  const isWanted = (post: Post) => isAlike(post, context, hash.in);
  const post =
    direction === 'older'
      ? known.slice(here + 1).find(isWanted)
      : known.slice(0, Math.max(here, 0)).findLast(isWanted);
  return (here >= 0 && post ? fn?.(post, inner) : inverse?.(context, inner)) ?? '';
}

/** `in="primary_tag"` asks for a neighbour of the same section, `in="primary_author"` of the same author. */
function isAlike(post: Post, context: Context, among: unknown): boolean {
  if (among !== 'primary_tag' && among !== 'primary_author') return true;
  const wanted = context[among] as { slug: string } | null;
  return wanted === null || post[among]?.slug === wanted.slug;
}
