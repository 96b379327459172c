import { type Safe, written } from '../handlebars.ts';
import { type Context, unpack } from '../helper.ts';

/** `{{page_url next}}`, `{{page_url 1}}`, `{{page_url "prev"}}`: the address of another page of this list. */
export function pageUrl(this: Context, ...called: unknown[]): Safe | string {
  const { args, options } = unpack(called);
  const { data } = options;
  const asked = args.length > 0 ? args[0] : 1;
  const { pagination } = data.root as { pagination?: Record<string, unknown> };
  const page = asked === 'next' || asked === 'prev' ? pagination?.[asked] : asked;
  const address = typeof page === 'number' ? data.galley.pages[page] : undefined;
  return address === undefined ? '' : written([address]);
}
