import { clockOf } from '../../../shared/clock.ts';

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
