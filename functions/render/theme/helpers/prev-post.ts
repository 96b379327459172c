import type { Context, Options } from '../helper.ts';

/** `{{#prev_post}}…{{/prev_post}}` */
export function prevPost(this: Context, { inverse }: Options): string {
  return inverse?.(this) ?? '';
}
