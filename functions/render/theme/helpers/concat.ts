import { type Safe, unwrapped, written } from '../handlebars.ts';
import { unpack } from '../helper.ts';

/** `{{concat "nav-" slug}}`, `(concat tags separator=",")`: arguments in one text, lists flattened. */
export function concat(...called: unknown[]): Safe {
  const { args, options } = unpack(called);
  const { hash } = options;
  return written(args.flat(), String(unwrapped(hash.separator) || ''));
}
