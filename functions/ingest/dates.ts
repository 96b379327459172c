import { offsetAt } from '../shared/clock.ts';

/** How dates are written here, be there such a day or not. */
export const datePattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ]+(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(?: ?([Zz]|[+-]\d{2}:?\d{2}))?$/;

/** From the first newspaper to the last year that an offset cannot push to five digits. */
const firstYear = 1605;
const lastYear = 9998;

const minute = 60_000;
const day = 24 * 60 * minute;

/** A point in time as the site writes it, with the instant for comparisons. */
export type Moment = { iso: string; instant: number };

/**
 * Reads `2026-11-03`, `2026-11-03 09:30` or full ISO 8601. Without an offset it is the site's local time: an hour
 * that the clocks skip is read as if they had not been put forward, of an hour that comes twice it is the first
 * (as RFC 5545, 3.3.5 has it).
 *
 * @param zone an IANA name that `Intl` knows
 * @returns the moment with the offset that holds in the zone, or undefined when it is no date
 */
export function readDate(text: string, zone: string): Moment | undefined {
  const parts = datePattern.exec(text);
  if (!parts) return undefined;
  const [year, month, date, hour, minutes, seconds] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0)) as [number, number, number, number, number, number];
  const local = Date.UTC(year, month - 1, date, hour, minutes, seconds);
  if (year < firstYear || year > lastYear || hour > 23 || minutes > 59 || seconds > 59) {
    return undefined;
  }
  // Date.UTC carries 31 November over to December.
  if (new Date(local).toISOString().slice(0, 10) !== text.slice(0, 10)) return undefined;
  const offset = parts[7] === undefined ? undefined : readOffset(parts[7]);
  if (Number.isNaN(offset)) return undefined;
  return momentIn(zone, offset === undefined ? instantOf(local, zone) : local - offset);
}

/** Whether a text is written like a date, be there such a day or not. */
export function isWrittenAsDate(text: string): boolean {
  return datePattern.test(text);
}

/** The instant as ISO 8601 to the second, in the zone and with the zone's offset at that time. */
export function momentIn(zone: string, instant: number): Moment {
  const offset = offsetAt(instant, zone);
  const local = new Date(instant + offset).toISOString().slice(0, 19);
  const minutes = Math.round(Math.abs(offset) / minute);
  const hours = String(Math.floor(minutes / 60)).padStart(2, '0');
  const sign = offset < 0 ? '-' : '+';
  return { iso: `${local}${sign}${hours}:${String(minutes % 60).padStart(2, '0')}`, instant };
}

function readOffset(text: string): number {
  if (/^z$/i.test(text)) return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(-2));
  if (hours > 18 || minutes > 59) return Number.NaN;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * minute;
}

/** Offsets differ by at most a day's transitions, so the ones a day before and after are all there can be. */
function instantOf(local: number, zone: string): number {
  const before = offsetAt(local - day, zone);
  const after = offsetAt(local + day, zone);
  const matching = [before, after].find((offset) => offsetAt(local - offset, zone) === offset);
  return local - (matching ?? before);
}
