import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clockOf, offsetAt } from '../../../functions/shared/clock.ts';

const hour = 60 * 60 * 1000;

it('knows the minute at which the clocks are put forward', () => {
  const change = Date.UTC(2026, 2, 29, 1);
  expect(offsetAt(change - 1, 'Europe/Berlin')).toBe(hour);
  expect(offsetAt(change, 'Europe/Berlin')).toBe(2 * hour);
});

it('knows a change in the middle of a day and offsets that are no whole hours', () => {
  expect(offsetAt(Date.UTC(2026, 6, 1), 'Asia/Kathmandu')).toBe(5.75 * hour);
  // Lord Howe Island changes by half an hour (tz database, australasia).
  const change = Date.UTC(2026, 9, 3, 15, 30);
  expect(
    offsetAt(change, 'Australia/Lord_Howe') - offsetAt(change - 1, 'Australia/Lord_Howe'),
  ).toBe(hour / 2);
});

it('is what the clock of the zone shows, at any time and asked in any order', () => {
  const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'Asia/Gaza');
  const instant = fc.integer({ min: Date.UTC(1880, 0), max: Date.UTC(2100, 0) });
  fc.assert(
    fc.property(zone, fc.array(instant, { minLength: 1 }), (timeZone, instants) => {
      for (const each of instants) {
        const wall = new Date(each + offsetAt(each, timeZone));
        const parts = clockOf(timeZone).formatToParts(each);
        const shown = (type: string) => Number(parts.find((part) => part.type === type)?.value);
        expect(wall.getUTCMinutes()).toBe(shown('minute'));
        expect(wall.getUTCHours()).toBe(shown('hour'));
        expect(wall.getUTCDate()).toBe(shown('day'));
      }
    }),
  );
});
