import type { Zoned } from './zoned.ts';

/** What `L`, `LL`, `LT` and the like stand for in a language, as Moment has it. */
type LongFormats = { time: string; day: string; date: string; weekday: string };

const american = { time: 'h:mm A', day: 'MM/DD/YYYY', date: 'MMMM D, YYYY', weekday: 'dddd, ' };
const british = { time: 'HH:mm', day: 'DD/MM/YYYY', date: 'D MMMM YYYY', weekday: 'dddd, ' };

const byLanguage: Record<string, LongFormats> = {
  en: american,
  'en-US': american,
  'en-CA': { ...american, day: 'YYYY-MM-DD' },
  de: { time: 'HH:mm', day: 'DD.MM.YYYY', date: 'D. MMMM YYYY', weekday: 'dddd, ' },
  es: { time: 'H:mm', day: 'DD/MM/YYYY', date: 'D [de] MMMM [de] YYYY', weekday: 'dddd, ' },
  fr: { ...british, weekday: 'dddd ' },
  it: { ...british, weekday: 'dddd ' },
  nl: { ...british, day: 'DD-MM-YYYY', weekday: 'dddd ' },
  pt: { time: 'HH:mm', day: 'DD/MM/YYYY', date: 'D [de] MMMM [de] YYYY', weekday: 'dddd, ' },
};

/** Writes a format's `LLL` and the like out: in tokens, or in words for a language that is not listed here. */
export function writtenOut(
  format: string,
  moment: Zoned,
  locale: string,
  timeZone: string,
): string {
  if (!/[Ll]/.test(format)) return format;
  const formats = formatsOf(locale);
  return format.replace(/\[[^[]*\]|LTS|LT|L{1,4}|l{1,4}/g, (token) => {
    if (token.startsWith('[')) return token;
    return formats ? tokensOf(token, formats) : `[${inWords(token, moment, locale, timeZone)}]`;
  });
}

function formatsOf(locale: string): LongFormats | undefined {
  const [language = ''] = locale.split('-');
  return byLanguage[locale] ?? (language === 'en' ? british : byLanguage[language]);
}

function tokensOf(token: string, { time, day, date, weekday }: LongFormats): string {
  if (token === 'LT') return time;
  if (token === 'LTS') return time.replace('mm', 'mm:ss');
  const long = [day, date, `${date} ${time}`, `${weekday}${date} ${time}`][token.length - 1] ?? '';
  // `ll` is `LL` with each name and number in its shorter form.
  return token.startsWith('l') ? long.replace(/MMMM|MM|DD|dddd/g, (name) => name.slice(1)) : long;
}

const styles: Record<string, Intl.DateTimeFormatOptions> = {
  LT: { timeStyle: 'short' },
  LTS: { timeStyle: 'medium' },
  L: { dateStyle: 'short' },
  LL: { dateStyle: 'long' },
  LLL: { dateStyle: 'long', timeStyle: 'short' },
  LLLL: { dateStyle: 'full', timeStyle: 'short' },
  l: { dateStyle: 'short' },
  ll: { dateStyle: 'medium' },
  lll: { dateStyle: 'medium', timeStyle: 'short' },
  llll: { dateStyle: 'full', timeStyle: 'short' },
};

const known = new Map<string, Intl.DateTimeFormat>();

function inWords(token: string, { instant }: Zoned, locale: string, timeZone: string): string {
  const name = [token, locale, timeZone].join(' ');
  const format = known.get(name) ?? new Intl.DateTimeFormat(locale, { ...styles[token], timeZone });
  known.set(name, format);
  return format.format(instant);
}
