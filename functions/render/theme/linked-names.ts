import { escapeText, markSafe, type Safe } from './handlebars.ts';
import { wholeNumber } from './helper.ts';
import { visible } from './visible.ts';

type Named = { name: string; url: string; visibility?: string };

/**
 * Names in a row, for `{{authors}}` and `{{tags}}`. What stands between and around them is the theme's own text and
 * may be HTML, as in Ghost.
 */
export function linkedNames(refs: unknown, hash: Record<string, unknown>): Safe {
  const named = visible(Array.isArray(refs) ? (refs as Named[]) : [], hash.visibility) as Named[];
  const from = (wholeNumber(hash.from) ?? 1) - 1;
  const limit = wholeNumber(hash.limit);
  const to = wholeNumber(hash.to) ?? (limit === undefined ? named.length : from + limit);
  const names = named.slice(from, to).map((ref) => nameOf(ref, hash.autolink !== 'false'));
  if (names.length === 0) return markSafe('');
  const { separator = ', ', prefix = '', suffix = '' } = hash;
  return markSafe(`${prefix}${names.join(String(separator))}${suffix}`);
}

function nameOf({ name, url }: Named, linked: boolean): string {
  return linked ? `<a href="${escapeText(url)}">${escapeText(name)}</a>` : escapeText(name);
}
