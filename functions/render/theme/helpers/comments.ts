import { threadOf } from '../ghost/thread.ts';
import { markSafe, type Safe } from '../handlebars.ts';
import type { Context, Options } from '../helper.ts';

/** `{{comments}}`: draws the partial `comments`, the approved replies and the form; nothing when replies are off. */
export function comments(this: Context, { hash, data }: Options): Safe {
  const { view, partial } = data.galley;
  const isEntry = view.kind === 'article' || view.kind === 'page';
  if (!isEntry || !this.comment_id || this.access === false || view.replyRule === 'off') {
    return markSafe('');
  }
  return markSafe(partial('comments', { ...this, ...hash, ...threadOf(view) }, data));
}
