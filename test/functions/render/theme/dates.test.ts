import { describe, expect, it } from 'vitest';
import { draw } from './draw.ts';

const published = { published_at: '2026-11-05T07:04:09.050+00:00' };

describe('{{date}}', () => {
  // The right column is what Moment 2.30.1 prints.
  it.each([
    ['ll', 'Nov 5, 2026'],
    ['l', '11/5/2026'],
    ['L', '11/05/2026'],
    ['LL', 'November 5, 2026'],
    ['LLL', 'November 5, 2026 7:04 AM'],
    ['LLLL', 'Thursday, November 5, 2026 7:04 AM'],
    ['llll', 'Thu, Nov 5, 2026 7:04 AM'],
    ['LT', '7:04 AM'],
    ['LTS', '7:04:09 AM'],
    ['D MMM YYYY', '5 Nov 2026'],
    ['DD/MM/YY', '05/11/26'],
    ['dddd, MMMM Do', 'Thursday, November 5th'],
    ['dd ddd d E', 'Th Thu 4 4'],
    ['DDD DDDD', '309 309'],
    ['W WW GGGG', '45 45 2026'],
    ['Q', '4'],
    ['H HH h hh k kk', '7 07 7 07 7 07'],
    ['m mm s ss S SS SSS', '4 04 9 09 0 05 050'],
    ['A a', 'AM am'],
    ['Z ZZ', '+00:00 +0000'],
    ['X x', '1793862249 1793862249050'],
    ['[on] D [of] MMMM', 'on 5 of November'],
    ['YYYY-MM-DDTHH:mm:ssZ', '2026-11-05T07:04:09+00:00'],
  ])('format="%s" gives %s', (format, expected) => {
    expect(draw('{{date format=format}}', { ...published, format })).toBe(expected);
  });

  it.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [11, '11th'],
    [22, '22nd'],
  ])('writes day %i as %s', (day, expected) => {
    const at = `2026-01-${String(day).padStart(2, '0')}T12:00:00Z`;
    expect(draw('{{date at format="Do"}}', { at })).toBe(expected);
  });

  it.each([
    ['2026-12-31', '53 2026'],
    ['2027-01-01', '53 2026'],
    ['2024-12-30', '1 2025'],
    ['2023-01-01', '52 2022'],
  ])('counts the weeks of %s as ISO 8601 does', (at, expected) => {
    expect(draw('{{date at format="W GGGG"}}', { at })).toBe(expected);
  });

  it.each([
    ['Europe/Berlin', '2026-03-29T00:59:59Z', '01:59 +01:00'],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', '03:00 +02:00'],
    ['America/St_Johns', '2026-11-05T00:10:00Z', '20:40 -03:30'],
    ['Asia/Kolkata', '2026-11-04T20:00:00Z', '01:30 +05:30'],
  ])('tells the time of %s', (timezone, at, expected) => {
    expect(draw('{{date at format="HH:mm Z"}}', { at }, { site: { timezone } })).toBe(expected);
  });

  it('prefers a time zone and a language of its own', () => {
    const tag = '{{date format="D MMMM HH:mm" timezone="Asia/Tokyo" locale="fr"}}';
    expect(draw(tag, published)).toBe('5 novembre 16:04');
  });

  it.each([
    ['en-GB', 'LLL', '5 November 2026 07:04'],
    ['de', 'LL', '5. November 2026'],
    ['de', 'll', '5. Nov. 2026'],
    ['fr', 'LLLL', 'jeudi 5 novembre 2026 07:04'],
    ['es', 'LL', '5 de noviembre de 2026'],
    ['ru', 'D MMMM', '5 ноября'],
    ['ja', 'LL', '2026年11月5日'],
    ['ja', 'MMMM', '11月'],
    ['xx/../en', 'MMMM', 'November'],
  ])('in %s writes %s as %s', (locale, format, expected) => {
    expect(draw('{{date format=format locale=locale}}', { ...published, format, locale })).toBe(
      expected,
    );
  });

  it('prints a date that is given, else published_at', () => {
    const post = { ...published, updated_at: '2027-01-02T00:00:00Z' };
    expect(draw('{{date updated_at}} {{date}}', post)).toBe('Jan 2, 2027 Nov 5, 2026');
  });

  it('has the newest date of the page for now, because a page knows no clock', () => {
    const galley = { today: '2026-11-30T00:00:00Z' };
    expect(draw('{{date format="YYYY-MM-DD"}} {{date wrong}}', { wrong: 'x' }, { galley })).toBe(
      '2026-11-30 Nov 30, 2026',
    );
    expect(draw('[{{date}}]')).toBe('[]');
  });

  it('gives the date itself for timeago', () => {
    expect(draw('{{date timeago="true"}}', published)).toBe('Nov 5, 2026');
  });
});
