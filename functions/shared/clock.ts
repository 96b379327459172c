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
