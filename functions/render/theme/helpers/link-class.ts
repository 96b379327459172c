import { unwrapped } from '../handlebars.ts';
import type { Context, Options } from '../helper.ts';

/**
 * `<li class="{{link_class for=(url) class="nav"}}">`: marks a link that leads to this page (`nav-current`) or to one
 * above it (`nav-current-parent`).
 *
 * @throws when `for` is missing
 */
export function linkClass(this: Context, { hash, data }: Options): string {
  if (!Object.hasOwn(hash, 'for')) throw new Error('{{link_class}} needs for="…"');
  const { activeClass = 'nav-current', parentActiveClass } = hash;
  const href = String(unwrapped(hash.for) ?? '').replace(data.galley.site.url, '');
  const above = parentActiveClass ?? `${activeClass || 'nav-current'}-parent`;
  const [there, here] = [cleaned(href), cleaned(data.root.relativeUrl)];
  const mark = there === here ? activeClass : isAbove(there, here) ? above : '';
  return [unwrapped(hash.class), mark].filter(Boolean).join(' ');
}

function cleaned(address: string): string {
  return address.replace(/#.*$/s, '').replace(/^\/|\/$/g, '');
}

/** Home is above nothing: it would be so above everything. */
function isAbove(there: string, here: string): boolean {
  return there !== '' && here.startsWith(`${there}/`);
}
