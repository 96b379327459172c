import { describe, expect, it } from 'vitest';
import { momentIn, readDate } from '../../../functions/ingest/dates.ts';
import { article, check } from './check.ts';

const berlin = 'Europe/Berlin';
const iso = (text: string, zone = berlin) => readDate(text, zone)?.iso;

describe('a date', () => {
  it.each([
    ['2026-11-03', '2026-11-03T00:00:00+01:00'],
    ['2026-07-03', '2026-07-03T00:00:00+02:00'],
    ['2026-11-03 09:30', '2026-11-03T09:30:00+01:00'],
    ['2026-11-03  09:30:15', '2026-11-03T09:30:15+01:00'],
    ['2026-11-03T09:30:15.999', '2026-11-03T09:30:15+01:00'],
    ['2026-11-03t09:30z', '2026-11-03T10:30:00+01:00'],
    ['2026-11-03T09:30:00Z', '2026-11-03T10:30:00+01:00'],
    ['2026-11-03T23:30-05:00', '2026-11-04T05:30:00+01:00'],
    ['2026-11-03 09:30 +0530', '2026-11-03T05:00:00+01:00'],
    ['2024-02-29', '2024-02-29T00:00:00+01:00'],
  ])('is read in the zone of the site: %s', (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  it.each([
    ['Asia/Kathmandu', '2026-11-03T09:30:00+05:45'],
    ['America/St_Johns', '2026-11-03T09:30:00-03:30'],
    ['Pacific/Kiritimati', '2026-11-03T09:30:00+14:00'],
    ['UTC', '2026-11-03T09:30:00+00:00'],
  ])('has the offset of %s', (zone, expected) => {
    expect(iso('2026-11-03 09:30', zone)).toBe(expected);
  });

  it('in the hour that clocks skip is read as if they had not', () => {
    expect(iso('2026-03-29 02:30')).toBe('2026-03-29T03:30:00+02:00');
    expect(iso('2026-03-29 01:59')).toBe('2026-03-29T01:59:00+01:00');
    expect(iso('2026-03-29 03:00')).toBe('2026-03-29T03:00:00+02:00');
  });

  it('in the hour that comes twice is the first', () => {
    expect(iso('2026-10-25 02:30')).toBe('2026-10-25T02:30:00+02:00');
    expect(iso('2026-10-25 02:30 +01:00')).toBe('2026-10-25T02:30:00+01:00');
  });

  it.each([
    '',
    'today',
    '2026',
    '2026-11',
    '2026-11-31',
    '2026-02-29',
    '2026-13-01',
    '2026-00-01',
    '2026-11-00',
    '26-11-03',
    '03.11.2026',
    '11/03/2026',
    '2026-11-03 9:30',
    '2026-11-03 24:00',
    '2026-11-03 09:60',
    '2026-11-03 09:30:60',
    '2026-11-03 09:30 CET',
    '2026-11-03 09:30 +19:00',
    '2026-11-03 09:30 +01:60',
    '1604-12-31',
    '9999-01-01',
    ' 2026-11-03',
    '2026-11-03\n',
    '２０２６-11-03',
  ])('is none: %j', (text) => {
    expect(readDate(text, berlin)).toBeUndefined();
  });

  it('is written so that it is read again as the same moment', () => {
    for (const zone of [berlin, 'Australia/Lord_Howe', 'America/New_York']) {
      for (let hour = 0; hour < 24 * 366; hour += 7) {
        const moment = momentIn(zone, Date.UTC(2026, 0, 1, hour));
        expect(readDate(moment.iso, zone)).toEqual(moment);
      }
    }
  });
});

it.each([
  ['2026-11-1', 'is not written the way dates are here'],
  ['2026-11-03 9:30', 'is not written the way dates are here'],
  ['3 November', 'is not written the way dates are here'],
  ['2026-11-31', 'is no date that exists'],
  ['2026-11-03 24:00', 'is no date that exists'],
])('that cannot be read is refused with the reason: %s', (date, reason) => {
  const { problems } = check(article('').replace('2026-11-03', date));
  expect(problems).toMatchObject([{ code: 'bad-date', message: `“${date}” ${reason}.` }]);
});
