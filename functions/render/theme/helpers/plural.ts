import { markSafe, type Safe } from '../handlebars.ts';
import type { Options } from '../helper.ts';

/**
 * `{{plural pagination.total empty="None" singular="One" plural="% articles"}}`: a wording by number. The wordings are the
 * theme's own text and may be HTML, as in Ghost.
 *
 * @throws when one of the three wordings is missing
 */
export function plural(amount: unknown, { hash }: Options): Safe | string {
  for (const name of ['empty', 'singular', 'plural']) {
    if (hash[name] === undefined) throw new Error(`{{plural}} needs ${name}="…"`);
  }
  if (typeof amount !== 'number' || amount < 0) return '';
  const wording = amount === 0 ? hash.empty : amount === 1 ? hash.singular : hash.plural;
  return markSafe(String(wording).replace('%', String(amount)));
}
