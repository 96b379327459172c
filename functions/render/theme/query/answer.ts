import type { Post } from '../ghost/post.ts';
import { unwrapped } from '../handlebars.ts';
import { wholeNumber } from '../helper.ts';
import { type Filter, parseFilter } from './filter.ts';
import { type Held, staysWithin } from './held.ts';
import { matches } from './matches.ts';

export type Answer = { posts: Post[]; pagination?: Record<string, number | null> };

const newestFirst = 'published_at desc';

/**
 * What `{{#get "posts"}}` finds; undefined when the posts in memory do not tell.
 *
 * @param hash its attributes: id or slug for one post; filter, limit (15, at most 100), page and order for several
 * @throws SyntaxError when the filter cannot be read
 */
export function answer(hash: Record<string, unknown>, held: Held): Answer | undefined {
  if (hash.id || hash.slug) return single(hash, held);
  const written = unwrapped(hash.filter);
  const filter = written ? parseFilter(String(written)) : undefined;
  if (!staysWithin(filter, held.scope)) return undefined;
  const order = String(hash.order ?? newestFirst)
    .trim()
    .toLowerCase();
  if (order !== newestFirst && !held.whole) return undefined;
  const limit = limitOf(hash.limit);
  const page = wholeNumber(hash.page) ?? 1;
  const found = sorted(filtered(held.posts, filter), order);
  const posts = found.slice((page - 1) * limit, page * limit);
  // A page that is not full could go on with older ones.
  if (!held.whole) return posts.length === limit ? { posts } : undefined;
  return { posts, pagination: paginationOf(page, limit, found.length) };
}

function single({ id, slug }: Record<string, unknown>, { posts }: Held): Answer | undefined {
  const [key, wanted] = id ? (['id', id] as const) : (['slug', slug] as const);
  const post = posts.find((each) => each[key] === String(unwrapped(wanted)));
  return post && { posts: [post] };
}

function filtered(posts: Post[], filter: Filter | undefined): Post[] {
  return filter ? posts.filter((post) => matches(filter, post)) : posts;
}

function limitOf(limit: unknown): number {
  return limit === 'all' ? 100 : Math.min(wholeNumber(limit) ?? 15, 100);
}

/** @throws SyntaxError for an order that posts do not have */
function sorted(posts: Post[], order: string): Post[] {
  if (order === newestFirst) return posts;
  const [key = '', direction = 'asc'] = order.split(/\s+/);
  if (!['published_at', 'updated_at', 'title', 'slug', 'featured'].includes(key)) {
    throw new SyntaxError(`Posts cannot be sorted by "${order}"`);
  }
  const by = (post: Post) => String(post[key as 'title']);
  const ascending = posts.toSorted((a, b) => (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : 0));
  return direction === 'desc' ? ascending.reverse() : ascending;
}

function paginationOf(page: number, limit: number, total: number) {
  const pages = Math.max(1, Math.ceil(total / limit));
  const next = page < pages ? page + 1 : null;
  return { page, limit, pages, total, next, prev: page > 1 ? page - 1 : null };
}
