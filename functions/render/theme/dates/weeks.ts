import type { Zoned } from './zoned.ts';

const dayLength = 24 * 60 * 60 * 1000;

/** From 1. */
export function dayOfYear({ year, month, day }: Zoned): number {
  return Math.round((Date.UTC(year, month, day) - Date.UTC(year, 0, 1)) / dayLength) + 1;
}

/** ISO 8601: weeks begin on Monday and belong to the year of their Thursday. */
export function isoWeek({ year, month, day, weekday }: Zoned): { year: number; week: number } {
  const thursday = new Date(Date.UTC(year, month, day + 4 - (weekday || 7)));
  const thursdaysYear = thursday.getUTCFullYear();
  const passed = (thursday.getTime() - Date.UTC(thursdaysYear, 0, 1)) / dayLength;
  return { year: thursdaysYear, week: Math.floor(passed / 7) + 1 };
}
