import { escapeText, markSafe, type Safe } from '../handlebars.ts';
import type { Context, Options } from '../helper.ts';

/**
 * `{{comment_count empty="" singular="reply" plural="replies" class="count"}}`: the number of replies in words, in a
 * `span` or what `autowrap` names; `autowrap="false"` leaves the element out. Where Ghost sends a script that fetches
 * the number, it stands in the page.
 */
export function commentCount(this: Context, { hash }: Options): Safe {
  const { empty = '', singular = 'comment', plural = 'comments', autowrap = 'span' } = hash;
  const count = Number(this.reply_count ?? 0);
  const text = escapeText(count === 0 ? empty : `${count} ${count === 1 ? singular : plural}`);
  if (text === '' || String(autowrap) === 'false') return markSafe(text);
  const tag = /^[a-z][a-z0-9]*$/i.test(String(autowrap)) ? String(autowrap) : 'span';
  const attribute = hash.class ? ` class="${escapeText(hash.class)}"` : '';
  return markSafe(`<${tag}${attribute}>${text}</${tag}>`);
}
