import { momentFormat } from '../dates/moment.ts';
import { unwrapped } from '../handlebars.ts';
import { type Context, type Options, unpack } from '../helper.ts';

/**
 * `{{date}}`, `{{date updated_at format="D MMMM YYYY" timezone="Europe/Berlin" locale="de"}}`: a date in the tokens of
 * Moment, by default `published_at` in the site's time zone and language.
 *
 * A page knows no clock (rule 4): in the place of "now" stands the newest date that the page shows, and `timeago`
 * gives the date itself.
 */
export function date(this: Context, ...called: unknown[]): string {
  const { args, options } = unpack(called);
  const { hash, data } = options;
  const given = args.length > 0 ? unwrapped(args[0]) : this.published_at;
  const instant = instantOf(given) ?? instantOf(data.galley.today);
  if (instant === undefined) return '';
  const { format = 'll', timezone = data.site.timezone } = hash;
  return momentFormat(instant, String(format), String(timezone), localeOf(hash.locale, data));
}

function instantOf(value: unknown): number | undefined {
  const instant = typeof value === 'number' ? value : Date.parse(String(value ?? ''));
  return Number.isNaN(instant) ? undefined : instant;
}

/** A language that `Intl` does not know, or a path as an old hole of Moment's took it, is the site's. */
function localeOf(wanted: unknown, { site }: Options['data']): string {
  if (wanted === undefined) return String(site.locale);
  try {
    return new Intl.Locale(String(wanted)).toString();
  } catch (cause) {
    if (cause instanceof RangeError) return String(site.locale);
    throw cause;
  }
}
