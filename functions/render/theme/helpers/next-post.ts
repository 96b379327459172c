import type { Context, Options } from '../helper.ts';

/** `{{#next_post}}…{{/next_post}}` */
export function nextPost(this: Context, { inverse }: Options): string {
  return inverse?.(this) ?? '';
}
