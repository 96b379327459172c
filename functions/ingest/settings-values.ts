import { isScalar } from 'yaml';
import { defaultSettings } from '../shared/default-settings.ts';
import type { FeedFormat } from '../shared/model.ts';
import { entriesOf, type Field, flagOf, textOf, wrongType } from './fields.ts';
import { error, warning } from './problems.ts';
import { siteKeys } from './settings-shape.ts';
import { nearest, quoted } from './suggest.ts';
import type { Reading } from './yaml.ts';

/** A language tag (BCP 47) in its usual spelling, for example `pt-BR`. */
export function languageOf(field: Field | undefined, reading: Reading): string {
  const text = textOf(field, reading, siteKeys.language.longest);
  if (!field || text === undefined) return defaultSettings.language;
  const [tag] = succeeds(() => Intl.getCanonicalLocales(text)) ?? [];
  if (tag) return tag;
  const advice = 'Write a tag such as en, de or pt-BR.';
  return refuse(field, reading, `${quoted(text)} is no language tag.`, advice, 'language');
}

/** A time zone that `Intl` knows, for example `Europe/Berlin`. */
export function timeZoneOf(field: Field | undefined, reading: Reading): string {
  const text = textOf(field, reading, siteKeys.timeZone.longest);
  if (!field || text === undefined) return defaultSettings.timeZone;
  // Kept as written: what Intl makes of it can be an old name (Asia/Calcutta).
  if (succeeds(() => new Intl.DateTimeFormat('en', { timeZone: text }))) return text;
  const advice = 'Write the name of a city’s zone, such as Europe/Berlin or America/New_York.';
  return refuse(field, reading, `${quoted(text)} is no time zone.`, advice, 'timeZone');
}

/** The public origin, without a slash at its end. Pages know only addresses below the root of a site. */
export function siteUrlOf(field: Field | undefined, reading: Reading): string {
  const { longest, pattern } = siteKeys.url;
  const text = textOf(field, reading, longest);
  if (!field || text === undefined) return defaultSettings.url;
  const url = pattern.test(text) && URL.parse(text);
  if (url && url.href === `${url.origin}/`) return url.origin;
  const message = `${quoted(text)} cannot be the address of the site.`;
  const advice = 'Write it like https://news.example.org, without a path.';
  reading.problems.push(error(field.value, 'bad-address', message, advice));
  return defaultSettings.url;
}

/** How many articles the newest page of a list shows, and how many items a feed has. */
export function pageSizeOf(field: Field | undefined, reading: Reading): number {
  const { least, most } = siteKeys.pageSize;
  if (!field) return defaultSettings.pageSize;
  const number = isScalar(field.node) ? field.node.value : undefined;
  if (typeof number !== 'number' || !Number.isInteger(number)) {
    const advice = `Write it in digits, without quotes: ${field.name}: ${defaultSettings.pageSize}.`;
    reading.problems.push(wrongType(field, 'a whole number', advice));
    return defaultSettings.pageSize;
  }
  if (number >= least && number <= most) return number;
  const message = `“${field.name}” must be from ${least} to ${most}, not ${number}.`;
  const advice = 'Older articles are in the archive: a month of them is one page.';
  reading.problems.push(error(field.value, 'bad-value', message, advice));
  return defaultSettings.pageSize;
}

/** Which feeds there are: `true` stands for all of them, `false` for none. */
export function feedsOf(field: Field | undefined, reading: Reading): FeedFormat[] {
  const { feeds: all } = defaultSettings;
  if (!field) return all;
  if (isScalar(field.node) && typeof field.node.value === 'boolean') {
    return flagOf(field, reading) ? all : [];
  }
  const chosen = new Set<FeedFormat>();
  for (const entry of entriesOf(field, reading, all.length)) {
    const text = textOf(entry, reading, 100);
    const format = all.find((known) => known === text);
    if (format && chosen.has(format)) {
      const message = `${quoted(format)} stands here a second time.`;
      reading.problems.push(warning(entry.value, 'repeated-entry', message, 'Delete one of them.'));
    } else if (format) chosen.add(format);
    else if (text !== undefined) reading.problems.push(noFormat(entry, text));
  }
  return all.filter((format) => chosen.has(format));
}

function noFormat({ value }: Field, text: string) {
  const { feeds: all } = defaultSettings;
  const meant = nearest(text, all);
  const advice = meant
    ? `Did you mean “${meant}”?`
    : `Write true, false, or some of them: [${all.join(', ')}].`;
  return error(value, 'bad-value', `There is no feed called ${quoted(text)}.`, advice);
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
