import type { Options } from '../helper.ts';
import { translated } from '../translated.ts';

/** `{{t "By {name}" name=author}}`: a text of the theme in the site's language. Not safe HTML: `{{ }}` escapes it. */
export function t(text: unknown, { hash, data }: Options): string {
  if (typeof text !== 'string') return '';
  return translated(text, String(data.site.locale), hash);
}
