import type { Context, Options } from '../helper.ts';
import { descriptionOf } from '../meta.ts';

/** `{{meta_description}}`: what somebody wrote about the page; empty when nobody did. */
export function metaDescription(this: Context, { data }: Options): string {
  return descriptionOf(data.root, String(data.site.description ?? ''));
}
