/** What a language calls months and weekdays, and the halves of the day. */
export type Names = {
  months: string[];
  monthsShort: string[];
  weekdays: string[];
  weekdaysShort: string[];
};

const known = new Map<string, Names>();

/** Names as `Intl` has them: the form they have within a date. */
export function namesOf(locale: string): Names {
  const found = known.get(locale);
  if (found) return found;
  const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 15));
  // The first of February 2026 is a Sunday.
  const days = Array.from({ length: 7 }, (_, day) => Date.UTC(2026, 1, 1 + day));
  const names = {
    months: months.map((date) => monthName(locale, date, 'long')),
    monthsShort: months.map((date) => monthName(locale, date, 'short')),
    weekdays: days.map((date) => part(locale, date, 'weekday', { weekday: 'long' })),
    weekdaysShort: days.map((date) => part(locale, date, 'weekday', { weekday: 'short' })),
  };
  known.set(locale, names);
  return names;
}

/** Beside a day, some languages decline the month's name (`1 ноября`) and some write a number, which is no name. */
function monthName(locale: string, date: number, month: 'long' | 'short'): string {
  const declined = part(locale, date, 'month', { month, day: 'numeric' });
  return /\d/.test(declined) ? formatOf(locale, { month }).format(date) : declined;
}

function part(
  locale: string,
  date: number,
  type: 'month' | 'weekday',
  options: Intl.DateTimeFormatOptions,
): string {
  const parts = formatOf(locale, options).formatToParts(date);
  return parts.find((each) => each.type === type)?.value ?? '';
}

function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' });
}
