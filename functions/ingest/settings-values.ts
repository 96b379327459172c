import { defaultSettings } from '../shared/default-settings.ts';
import { type Field, textOf } from './fields.ts';
import { error } from './problems.ts';
import { quoted } from './suggest.ts';
import type { Reading } from './yaml.ts';

/** A language tag (BCP 47) in its usual spelling, for example `pt-BR`. */
export function languageOf(field: Field | undefined, reading: Reading): string {
  const text = textOf(field, reading, 100);
  if (!field || text === undefined) return defaultSettings.language;
  const [tag] = succeeds(() => Intl.getCanonicalLocales(text)) ?? [];
  if (tag) return tag;
  const advice = 'Write a tag such as en, de or pt-BR.';
  return refuse(field, reading, `${quoted(text)} is no language tag.`, advice, 'language');
}

/** A time zone that `Intl` knows, for example `Europe/Berlin`. */
export function timeZoneOf(field: Field | undefined, reading: Reading): string {
  const text = textOf(field, reading, 100);
  if (!field || text === undefined) return defaultSettings.timeZone;
  // Kept as written: what Intl makes of it can be an old name (Asia/Calcutta).
  if (succeeds(() => new Intl.DateTimeFormat('en', { timeZone: text }))) return text;
  const advice = 'Write the name of a city’s zone, such as Europe/Berlin or America/New_York.';
  return refuse(field, reading, `${quoted(text)} is no time zone.`, advice, 'timeZone');
}

/** The public origin, without a slash at its end. Pages know only addresses below the root of a site. */
export function siteUrlOf(field: Field | undefined, reading: Reading): string {
  const text = textOf(field, reading, 2000);
  if (!field || text === undefined) return defaultSettings.url;
  const url = URL.parse(text);
  const plain = url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (plain) return url.origin;
  const message = `${quoted(text)} cannot be the address of the site.`;
  const advice = 'Write it like https://news.example.org, without a path.';
  reading.problems.push(error(field.value, 'bad-address', message, advice));
  return defaultSettings.url;
}

function refuse(
  field: Field,
  reading: Reading,
  message: string,
  advice: string,
  name: 'language' | 'timeZone',
): string {
  reading.problems.push(error(field.value, 'bad-value', message, advice));
  return defaultSettings[name];
}

/** `Intl` has no other way to ask than to try. */
function succeeds<T>(attempt: () => T): T | undefined {
  try {
    return attempt();
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}
