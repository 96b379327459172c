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

/**
 * The shortest time for which any zone ever had another offset was four days but a few minutes (Freetown, September
 * 1939, in the tz database): where a span of three begins and ends with one offset, there is no other in between.
 */
const span = 3 * 24 * 60 * 60 * 1000;

/** Offsets at the beginnings of spans, by zone and number of the span since 1970. */
const beginnings = new Map<string, Map<number, number>>();

/**
 * How far a zone's clocks are ahead of UTC at an instant, in milliseconds.
 *
 * Asking `Intl` costs a hundred times as much as the rest of writing a date.
 *
 * @throws RangeError for a time zone that `Intl` does not know
 */
export function offsetAt(instant: number, zone: string): number {
  const nth = Math.floor(instant / span);
  const offset = atBeginning(nth, zone);
  return offset === atBeginning(nth + 1, zone) ? offset : measured(instant, zone);
}

function atBeginning(nth: number, zone: string): number {
  const known = beginnings.get(zone) ?? new Map<number, number>();
  beginnings.set(zone, known);
  const offset = known.get(nth) ?? measured(nth * span, zone);
  known.set(nth, offset);
  return offset;
}

function measured(instant: number, zone: string): number {
  const fields: Record<string, number> = {};
  for (const { type, value } of clockOf(zone).formatToParts(instant)) fields[type] = Number(value);
  const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0, second = 0 } = fields;
  const shown = Date.UTC(year, month - 1, date, hour, minute, second);
  return shown - Math.floor(instant / 1000) * 1000;
}
