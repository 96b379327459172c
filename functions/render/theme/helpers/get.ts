import type { Context, Options } from '../helper.ts';

/** `{{#get "posts" limit="3"}}…{{else}}…{{/get}}` */
export function get(this: Context, _resource: unknown, { inverse }: Options): string {
  return inverse?.(this) ?? '';
}
