import { offsetAt } from '../../../shared/clock.ts';

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
  const offset = offsetAt(instant, timeZone);
  const wall = new Date(instant + offset);
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth(),
    day: wall.getUTCDate(),
    weekday: wall.getUTCDay(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    millisecond: wall.getUTCMilliseconds(),
    offset: offset / 60_000,
    instant,
  };
}
