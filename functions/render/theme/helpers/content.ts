import { markSafe, type Safe } from '../handlebars.ts';
import type { Context, Options } from '../helper.ts';
import { limitOf, shorten } from '../shorten.ts';

/**
 * `{{content}}`, `{{content words="50"}}`: the text of the post. The one place where a post's `html` is let through:
 * only `articleHtml` may have written it.
 */
export function content(this: Context, { hash }: Options): Safe {
  if (this.access === false) return markSafe('');
  const html = String(this.html ?? '');
  const limit = limitOf(hash);
  return markSafe(limit ? shorten(html, limit) : html);
}
