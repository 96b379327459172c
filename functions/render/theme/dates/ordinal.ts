const english: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const rules = new Intl.PluralRules('en', { type: 'ordinal' });

/** What is put after every number, for languages in which it is always the same. */
const ends: Record<string, string> = {
  cs: '.',
  da: '.',
  de: '.',
  es: 'º',
  fi: '.',
  hu: '.',
  it: 'º',
  nb: '.',
  nn: '.',
  no: '.',
  pl: '.',
  pt: 'º',
  tr: '.',
};

/** `1st`; in other languages as they write it in dates, or the number alone. */
export function ordinal(value: number, locale: string): string {
  const [language = ''] = locale.split('-');
  if (language === 'en') return `${value}${english[rules.select(value)]}`;
  if (language === 'fr') return value === 1 ? '1er' : String(value);
  return `${value}${ends[language] ?? ''}`;
}
