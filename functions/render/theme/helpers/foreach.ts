import { handlebars } from '../handlebars.ts';
import { type Context, type Options, wholeNumber } from '../helper.ts';
import { isNewsletter, isPost } from '../kinds.ts';
import { visible } from '../visible.ts';

/**
 * `{{#foreach posts from="2" limit="3" columns="3"}}…{{else}}none{{/foreach}}`: a list or an object, one after the other,
 * with `@index`, `@number`, `@first`, `@last`, `@odd`, `@even`, `@rowStart`, `@rowEnd` and `@key`.
 */
export function foreach(this: Context, items: unknown, options: Options): string {
  const { fn, inverse, hash } = options;
  const shown = shownOf(items, hash.visibility);
  const { length } = shown;
  if (length === 0) return inverse?.(this) ?? '';
  const limit = wholeNumber(hash.limit) ?? length;
  const from = Math.max(wholeNumber(hash.from) ?? 1, 1);
  let to = wholeNumber(hash.to) ?? length;
  // As in Ghost: a limit that reaches beyond the end leaves `to` alone.
  if (limit < length && from + limit <= length) to = from - 1 + limit;
  const frame = handlebars.createFrame(options.data);
  let html = '';
  for (let index = from - 1; index < Math.min(to, length); index += 1) {
    const [key, item] = shown[index] as [unknown, unknown];
    const position = { key, index, first: index === from - 1, last: index === to - 1 };
    Object.assign(frame, position, numbers(index, Number(hash.columns)));
    html += fn?.(item, { data: frame, blockParams: [item, key] }) ?? '';
  }
  return html;
}

function numbers(index: number, columns: number) {
  return {
    number: index + 1,
    even: index % 2 === 1,
    odd: index % 2 === 0,
    rowStart: index % columns === 0,
    rowEnd: index % columns === columns - 1,
  };
}

/** Keys and values. Posts are shown whatever their visibility, all else only when public. */
function shownOf(items: unknown, visibility: unknown): [unknown, unknown][] {
  if (typeof items !== 'object' || items === null) return [];
  const [first] = Object.values(items);
  const byDefault = isPost(first) || isNewsletter(first) ? 'all' : undefined;
  const shown = visible(items, visibility || byDefault);
  return Array.isArray(shown) ? shown.map((item, index) => [index, item]) : Object.entries(shown);
}
