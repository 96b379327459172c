import { accountAddress, platforms } from '../accounts.ts';
import { frameWithin } from '../handlebars.ts';
import type { Context, Options } from '../helper.ts';

/**
 * `{{#social_accounts @site}}<a href="{{href}}">{{name}}</a>{{/social_accounts}}`: the accounts that a site or an author
 * has, each with type, name, username and href.
 *
 * @throws when it is not told whose accounts
 */
export function socialAccounts(this: Context, source: unknown, options?: Options): string {
  if (!options)
    throw new Error('{{#social_accounts}} needs a source, as in {{#social_accounts @site}}');
  const { fn, inverse, data } = options;
  const found = platforms.flatMap(({ type, key = type, name }) => {
    const username = (source as Context | null | undefined)?.[key];
    return username ? [{ type, name, username, href: accountAddress(key, String(username)) }] : [];
  });
  if (found.length === 0) return inverse?.(this) ?? '';
  const frame = frameWithin(data);
  return found
    .map((account, index) => {
      const position = { index, number: index + 1, even: index % 2 === 1, odd: index % 2 === 0 };
      const ends = { first: index === 0, last: index === found.length - 1 };
      return fn?.(account, { data: Object.assign(frame, position, ends) }) ?? '';
    })
    .join('');
}
