import { frameWithin } from '../handlebars.ts';
import { type Context, type Options, wholeNumber } from '../helper.ts';
import { isNewsletter, isPost } from '../kinds.ts';
import { visible } from '../visible.ts';

/**
 * `{{#foreach posts from="2" limit="3" columns="3"}}…{{else}}none{{/foreach}}`: a list or an object, one after the other,
 * with `@index`, `@number`, `@first`, `@last`, `@odd`, `@even`, `@rowStart`, `@rowEnd` and `@key`.
 */
export function foreach(this: Context, items: unknown, options: Options): string {
  const { fn, inverse, hash } = options;
  const { keys, shown } = shownOf(items, hash.visibility);
  const { length } = shown;
  if (length === 0) return inverse?.(this) ?? '';
  const limit = wholeNumber(hash.limit) ?? length;
  const from = Math.max(wholeNumber(hash.from) ?? 1, 1);
  let to = wholeNumber(hash.to) ?? length;
  // As in Ghost: a limit that reaches beyond the end leaves `to` alone.
  if (limit < length && from + limit <= length) to = from - 1 + limit;
  const columns = Number(hash.columns);
  const frame: Record<string, unknown> = frameWithin(options.data);
  let html = '';
  for (let index = from - 1; index < Math.min(to, length); index += 1) {
    const [key, item] = [keys?.[index] ?? index, shown[index]];
    frame.key = key;
    frame.index = index;
    frame.first = index === from - 1;
    frame.last = index === to - 1;
    frame.number = index + 1;
    frame.even = index % 2 === 1;
    frame.odd = index % 2 === 0;
    frame.rowStart = index % columns === 0;
    frame.rowEnd = index % columns === columns - 1;
    html += fn?.(item, { data: frame, blockParams: [item, key] }) ?? '';
  }
  return html;
}

/** What is in a list, or in an object by its keys. Posts are shown whatever their visibility, all else only when public. */
function shownOf(items: unknown, visibility: unknown): { keys?: string[]; shown: unknown[] } {
  if (typeof items !== 'object' || items === null) return { shown: [] };
  const [first] = Array.isArray(items) ? items : Object.values(items);
  const byDefault = isPost(first) || isNewsletter(first) ? 'all' : undefined;
  const shown = visible(items, visibility || byDefault);
  if (Array.isArray(shown)) return { shown };
  return { keys: Object.keys(shown), shown: Object.values(shown) };
}
