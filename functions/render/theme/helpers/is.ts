import { type Context, choose, type Options } from '../helper.ts';

/** `{{#is "index, paged"}}…{{/is}}`: the kind of page. Prints nothing when asked for something else than text. */
export function is(this: Context, kinds: unknown, options: Options): string {
  if (typeof kinds !== 'string') return '';
  const { context } = options.data.root;
  const isKind = kinds.split(',').some((kind) => context.includes(kind.trim()));
  return choose(isKind, this, options);
}
