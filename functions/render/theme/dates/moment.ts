import { writtenOut } from './long-formats.ts';
import { type Names, namesOf } from './names.ts';
import { ordinal } from './ordinal.ts';
import { dayOfYear, isoWeek } from './weeks.ts';
import { type Zoned, zoned } from './zoned.ts';

/** The tokens of https://momentjs.com/docs/#/displaying/format/ that themes use; text in brackets is left as it is. */
const tokens =
  /\[[^[]*\]|Mo|M{1,4}|Do|D{1,4}|do|d{1,4}|Q|YYYY|YY|W{1,2}|GGGG|E|e|A|a|H{1,2}|h{1,2}|k{1,2}|m{1,2}|s{1,2}|S{1,3}|ZZ|Z|zz?|X|x/g;

const pad = (value: number, length = 2) => String(value).padStart(length, '0');

type Write = (moment: Zoned, names: Names, locale: string) => string | number;

const writers: Record<string, Write> = {
  M: ({ month }) => month + 1,
  Mo: ({ month }, _names, locale) => ordinal(month + 1, locale),
  MM: ({ month }) => pad(month + 1),
  MMM: ({ month }, { monthsShort }) => monthsShort[month] ?? '',
  MMMM: ({ month }, { months }) => months[month] ?? '',
  Q: ({ month }) => Math.floor(month / 3) + 1,
  D: ({ day }) => day,
  Do: ({ day }, _names, locale) => ordinal(day, locale),
  DD: ({ day }) => pad(day),
  DDD: (moment) => dayOfYear(moment),
  DDDD: (moment) => pad(dayOfYear(moment), 3),
  d: ({ weekday }) => weekday,
  do: ({ weekday }, _names, locale) => ordinal(weekday, locale),
  dd: ({ weekday }, { weekdaysShort }) => weekdaysShort[weekday]?.slice(0, 2) ?? '',
  ddd: ({ weekday }, { weekdaysShort }) => weekdaysShort[weekday] ?? '',
  dddd: ({ weekday }, { weekdays }) => weekdays[weekday] ?? '',
  e: ({ weekday }) => weekday,
  E: ({ weekday }) => weekday || 7,
  W: (moment) => isoWeek(moment).week,
  WW: (moment) => pad(isoWeek(moment).week),
  GGGG: (moment) => isoWeek(moment).year,
  YY: ({ year }) => pad(year % 100),
  YYYY: ({ year }) => pad(year, 4),
  A: ({ hour }) => (hour < 12 ? 'AM' : 'PM'),
  a: ({ hour }) => (hour < 12 ? 'am' : 'pm'),
  H: ({ hour }) => hour,
  HH: ({ hour }) => pad(hour),
  h: ({ hour }) => hour % 12 || 12,
  hh: ({ hour }) => pad(hour % 12 || 12),
  k: ({ hour }) => hour || 24,
  kk: ({ hour }) => pad(hour || 24),
  m: ({ minute }) => minute,
  mm: ({ minute }) => pad(minute),
  s: ({ second }) => second,
  ss: ({ second }) => pad(second),
  S: ({ millisecond }) => Math.floor(millisecond / 100),
  SS: ({ millisecond }) => pad(Math.floor(millisecond / 10)),
  SSS: ({ millisecond }) => pad(millisecond, 3),
  Z: ({ offset }) => offsetOf(offset, ':'),
  ZZ: ({ offset }) => offsetOf(offset, ''),
  X: ({ instant }) => Math.floor(instant / 1000),
  x: ({ instant }) => instant,
};

/** Lists write the same dates again and again. Forgotten when there are very many. */
type Written = { timeZone: string; locale: string; dates: Map<number, string> };

/** By format: a theme has few, and a site one time zone and one language. */
const known = new Map<string, Written>();
const most = 10_000;

/** A moment in time, in milliseconds since 1970, as Moment would write it in that time zone and language. */
export function momentFormat(
  instant: number,
  format: string,
  timeZone: string,
  locale: string,
): string {
  const { dates } = knownDates(format, timeZone, locale);
  const found = dates.get(instant);
  if (found !== undefined) return found;
  if (dates.size >= most) dates.clear();
  const written = newFormat(instant, format, timeZone, locale);
  dates.set(instant, written);
  return written;
}

function knownDates(format: string, timeZone: string, locale: string): Written {
  const found = known.get(format);
  if (found?.timeZone === timeZone && found.locale === locale) return found;
  const written = { timeZone, locale, dates: new Map() };
  known.set(format, written);
  return written;
}

function newFormat(instant: number, format: string, timeZone: string, locale: string): string {
  const moment = zoned(instant, timeZone);
  const names = namesOf(locale);
  return writtenOut(format, moment, locale, timeZone).replace(tokens, (token) => {
    if (token.startsWith('[')) return token.slice(1, -1);
    if (token.startsWith('z')) return zoneName(instant, timeZone);
    return String(writers[token]?.(moment, names, locale) ?? token);
  });
}

function offsetOf(minutes: number, separator: string): string {
  const [sign, size] = minutes < 0 ? ['-', -minutes] : ['+', minutes];
  return `${sign}${pad(Math.floor(size / 60))}${separator}${pad(Math.floor(size % 60))}`;
}

function zoneName(instant: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' });
  return format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
