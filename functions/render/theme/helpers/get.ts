import { frameWithin } from '../handlebars.ts';
import type { Context, Frame, Options } from '../helper.ts';
import { type Answer, answer } from '../query/answer.ts';
import { heldBy } from '../query/held.ts';
import { fillPaths } from '../query/paths.ts';

/**
 * `{{#get "posts" filter="tag:news+id:-{{id}}" limit="3" as |related|}}…{{else}}…{{/get}}`: posts by a filter. Only what the
 * page holds anyway can be the answer; for all else, and for other things than posts, the else part is drawn with
 * `@error`.
 */
export function get(this: Context, resource: unknown, options: Options): string {
  const { fn, inverse, hash, data } = options;
  const inner = frameWithin(data);
  const found = resource === 'posts' ? attempt(hash, this, data) : 'Only posts can be asked for.';
  if (typeof found !== 'string') {
    return fn?.(found, { data: inner, blockParams: [found.posts, found.pagination] }) ?? '';
  }
  inner.error = found;
  return inverse?.(this, { data: inner }) ?? '';
}

/** The answer, or in words why there is none. */
function attempt(hash: Options['hash'], context: Context, data: Frame): Answer | string {
  try {
    const filter = hash.filter ? { filter: fillPaths(hash.filter, context, data) } : {};
    for (const held of heldBy(data)) {
      const found = answer({ ...hash, ...filter }, held);
      if (found) return found;
    }
    return 'The posts of this page do not tell.';
  } catch (cause) {
    if (cause instanceof SyntaxError) return cause.message;
    throw cause;
  }
}
