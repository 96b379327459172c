import { isSafe, markSafe, unwrapped } from '../handlebars.ts';
import { type Context, unpack } from '../helper.ts';

/** `{{#foreach (split "a, b" separator=", ")}}`, `{{#split tags as |tag|}}`: the parts of a text, without the empty ones. */
export function split(this: Context, ...called: unknown[]): unknown {
  const { args, options } = unpack(called);
  const { fn, hash, data } = options;
  const text = args.length > 0 ? args[0] : undefined;
  const parts = String(unwrapped(text) ?? '')
    .split(String(unwrapped(hash.separator) ?? ','))
    .filter((part) => part !== '')
    .map((part) => (isSafe(text) ? markSafe(part) : part));
  return fn ? fn(parts, { data, blockParams: [parts] }) : parts;
}
