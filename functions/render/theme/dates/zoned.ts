/** A moment as the clock on a wall shows it. Months and weekdays count from 0, weekdays from Sunday. */
export type Zoned = {
  year: number;
  month: number;
  day: number;
  weekday: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  /** Minutes east of Greenwich. */
  offset: number;
  /** Milliseconds since 1970. */
  instant: number;
};

/** Making one costs a hundred times as much as using it. Time zones are few: those of the settings and of the theme. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
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

/** @throws RangeError for a time zone that `Intl` does not know */
export function zoned(instant: number, timeZone: string): Zoned {
  const parts: Record<string, number> = {};
  for (const { type, value } of clockOf(timeZone).formatToParts(instant)) {
    parts[type] = Number(value);
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const whole = Math.floor(instant / 1000) * 1000;
  return {
    year,
    month: month - 1,
    day,
    weekday: new Date(wall).getUTCDay(),
    hour,
    minute,
    second,
    millisecond: instant - whole,
    offset: (wall - whole) / 60_000,
    instant,
  };
}
