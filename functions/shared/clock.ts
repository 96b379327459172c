/** Making one costs a hundred times as much as using it. Time zones are few: those of the settings and of the theme. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/**
 * Tells year, month, day, hour, minute and second of a time zone, as numbers of the Gregorian calendar.
 *
 * @throws RangeError for a time zone that `Intl` does not know
 */
export function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(timeZone, clock);
  return clock;
}

const day = 24 * 60 * 60 * 1000;

/** Offsets of whole days by zone and day since 1970; undefined for a day on which the clocks change. */
const days = new Map<string, Map<number, number | undefined>>();

/**
 * How far a zone's clocks are ahead of UTC at an instant, in milliseconds.
 *
 * Asking `Intl` costs a hundred times as much as the rest of writing a date, and lists write the same dates again and
 * again. A day that begins and ends with one offset has no other in between: the shortest change in the tz database
 * lasted four days (Freetown, September 1939).
 *
 * @throws RangeError for a time zone that `Intl` does not know
 */
export function offsetAt(instant: number, zone: string): number {
  const known = days.get(zone) ?? new Map<number, number | undefined>();
  days.set(zone, known);
  const nth = Math.floor(instant / day);
  if (!known.has(nth)) {
    const offset = measured(nth * day, zone);
    known.set(nth, offset === measured((nth + 1) * day, zone) ? offset : undefined);
  }
  return known.get(nth) ?? measured(instant, zone);
}

function measured(instant: number, zone: string): number {
  const fields: Record<string, number> = {};
  for (const { type, value } of clockOf(zone).formatToParts(instant)) fields[type] = Number(value);
  const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0, second = 0 } = fields;
  const shown = Date.UTC(year, month - 1, date, hour, minute, second);
  return shown - Math.floor(instant / 1000) * 1000;
}
