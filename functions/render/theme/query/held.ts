import type { Post } from '../ghost/post.ts';
import type { Frame } from '../helper.ts';
import type { Filter } from './filter.ts';

/**
 * The posts that a query may be answered from: the newest of a list, without a gap, newest first. A page asks for
 * nothing beside what it shows; so its dependencies stay as narrow as `route` knows them (rule 6).
 */
export type Held = {
  posts: Post[];
  /** Whether there are no older ones in this list. */
  whole: boolean;
  /** What all of them have in common; missing when they are the newest of the whole site. */
  scope?: { keys: string[]; slug: string };
};

const keysOf = {
  section: ['primary_tag', 'tag', 'tags'],
  tag: ['tag', 'tags'],
  author: ['author', 'authors'],
};

export function heldBy({ root, galley: { view } }: Frame): Held | undefined {
  if (view.kind !== 'list' || view.month) return undefined;
  const { list, listKind, older } = view;
  const held: Held = { posts: root.posts as Post[], whole: older === undefined };
  if (listKind === 'home') return held;
  return { ...held, scope: { keys: keysOf[listKind], slug: list.slice(list.indexOf('/') + 1) } };
}

/** Whether only posts of this scope can pass the filter. */
export function staysWithin(filter: Filter | undefined, scope: Held['scope']): boolean {
  if (!scope) return true;
  if (!filter) return false;
  if (filter.kind === 'all') return filter.of.some((each) => staysWithin(each, scope));
  if (filter.kind === 'any') return filter.of.every((each) => staysWithin(each, scope));
  const { key, not, operator, values } = filter;
  const isPlain = !not && operator === '=' && values.length === 1;
  return isPlain && scope.keys.includes(key) && values[0] === scope.slug;
}
