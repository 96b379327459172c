import { accountAddress } from '../accounts.ts';
import type { Context, Options } from '../helper.ts';

/** `{{social_url type="mastodon"}}`: the address of the author's account there, else of the site's; else nothing. */
export function socialUrl(this: Context, { hash, data }: Options): string {
  const type = String(hash.type ?? '');
  const account = [this, data.site].map((source) => source[type]).find(Boolean);
  return account ? (accountAddress(type, String(account)) ?? '') : '';
}
