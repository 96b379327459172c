import type { Context, Options } from '../helper.ts';
import { titleOf } from '../meta.ts';

/** `<title>{{meta_title}}</title>`, `{{meta_title page=" (page %)"}}`: the page's name for tabs and search engines. */
export function metaTitle(this: Context, { hash, data }: Options): string {
  return titleOf(data.root, String(data.site.title ?? ''), hash.page);
}
