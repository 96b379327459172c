import type { ReplyView, View } from '../../view.ts';
import { markSafe, type Safe } from '../handlebars.ts';

/** A reply as the theme's partial `reply` draws it. Everything but `html` is as typed. */
export type ThreadReply = {
  id: string;
  name: string;
  website?: string;
  /** ISO 8601. */
  created: string;
  html: Safe;
  permalink: string;
  /** Whom it answers. */
  parent_name?: string;
  replies: ThreadReply[];
};

/** Deeper than this, a line on a telephone has no room left; answers further down stand beside what they answer. */
export const deepest = 5;

export const emptyForm = { reply: '', name: '', email: '', website: '' };

/** What `{{comments}}` draws: the thread, oldest first, and an empty form. */
export function threadOf(view: View & { kind: 'article' | 'page' }) {
  const { card, replies, replyRule } = view;
  return {
    replies: treeOf(replies),
    reply_count: replies.length,
    open: replyRule === 'open',
    closed: replyRule === 'closed',
    article: card.id,
    values: emptyForm,
    errors: {},
  };
}

/**
 * Replies under what they answer. One whose parent is not shown (it was withdrawn) stands at the top, and so does one
 * that names a later reply as its parent: a circle cannot come about.
 */
export function treeOf(replies: ReplyView[]): ThreadReply[] {
  const top: ThreadReply[] = [];
  const placed = new Map<string, { reply: ThreadReply; siblings: ThreadReply[]; depth: number }>();
  for (const view of replies) {
    const parent = view.parent === undefined ? undefined : placed.get(view.parent);
    const depth = parent ? Math.min(parent.depth + 1, deepest) : 1;
    const siblings = !parent
      ? top
      : parent.depth < deepest
        ? parent.reply.replies
        : parent.siblings;
    const reply = replyOf(view, parent?.reply.name);
    siblings.push(reply);
    placed.set(view.id, { reply, siblings, depth });
  }
  return top;
}

function replyOf(view: ReplyView, parentName: string | undefined): ThreadReply {
  const { id, name, website, created, html } = view;
  return {
    id,
    name,
    created,
    html: markSafe(html),
    permalink: `#reply-${id}`,
    replies: [],
    ...(website ? { website } : {}),
    ...(parentName === undefined ? {} : { parent_name: parentName }),
  };
}
