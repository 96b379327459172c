import { limits } from '../../../shared/layout.ts';
import type { View } from '../../view.ts';
import { type Post, postOf } from '../ghost/post.ts';
import type { Frame } from '../helper.ts';
import type { Filter, Value } from './filter.ts';

/**
 * The posts that a query may be answered from: the newest of a list, without a gap, newest first. A page asks for
 * nothing beside what it shows; so its dependencies stay as narrow as `route` knows them (rule 6).
 */
export type Held = {
  posts: Post[];
  /** Whether there are no older ones in this list. */
  whole: boolean;
  /** What all of them have in common; missing when they are the newest of the whole site. */
  scope?: { keys: string[]; values: Value[] };
};

const keysOf = {
  section: ['primary_tag', 'tag', 'tags'],
  tag: ['tag', 'tags'],
  author: ['author', 'authors'],
};

/** What a page may be asked for, the narrowest first. */
export function heldBy(frame: Frame): Held[] {
  const { view } = frame.galley;
  if (view.kind === 'article') return [relatedTo(view, frame)];
  if (view.kind !== 'list' || view.month) return [];
  return [...featuredOn(view, frame), newestOf(view, frame)];
}

function newestOf({ list, listKind, older }: View & { kind: 'list' }, { root }: Frame): Held {
  const held: Held = { posts: root.posts as Post[], whole: older === undefined };
  if (listKind === 'home') return held;
  return {
    ...held,
    scope: { keys: keysOf[listKind], values: [list.slice(list.indexOf('/') + 1)] },
  };
}

function featuredOn({ featured }: View & { kind: 'list' }, { galley: { site } }: Frame): Held[] {
  if (!featured) return [];
  const posts = featured.map((card) => postOf(card, site));
  const scope = { keys: ['featured'], values: [true] };
  return [{ posts, whole: posts.length < limits.featured, scope }];
}

/**
 * Whoever asks an article's page for others of its section and its tags is given its related stories: what else there is,
 * the page does not know.
 */
function relatedTo(
  { card, related }: View & { kind: 'article' | 'page' },
  { galley: { site } }: Frame,
): Held {
  const refs = [...(card.section ? [card.section] : []), ...card.tags];
  const scope = { keys: keysOf.section, values: refs.map(({ slug }) => slug) };
  return { posts: related.map((brief) => postOf(brief, site)), whole: true, scope };
}

/** Whether only posts of this scope can pass the filter. */
export function staysWithin(filter: Filter | undefined, scope: Held['scope']): boolean {
  if (!scope) return true;
  if (!filter) return false;
  if (filter.kind === 'all') return filter.of.some((each) => staysWithin(each, scope));
  if (filter.kind === 'any') return filter.of.every((each) => staysWithin(each, scope));
  const { key, not, operator, values } = filter;
  const isPlain = !not && operator === '=' && scope.keys.includes(key);
  return isPlain && values.every((value) => scope.values.includes(value));
}
