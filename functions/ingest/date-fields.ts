import type { Problem, Settings } from '../shared/model.ts';
import { isWrittenAsDate, type Moment, readDate } from './dates.ts';
import { type Field, type Fields, requiredText, textOf } from './fields.ts';
import { frontMatterKeys } from './front-matter-shape.ts';
import { type At, error, warning } from './problems.ts';
import { quoted } from './suggest.ts';
import type { Reading } from './yaml.ts';

const { longest } = frontMatterKeys.date;

export type DateContext = {
  kind: 'article' | 'page';
  settings: Settings;
  now: Date;
  draft: boolean;
};

/** ISO 8601 in the site's time zone. */
export type Dates = { date?: string; updated?: string; expires?: string };

/**
 * `date`, `updated` and `expires`. Articles are sorted by their date and need one. It may lie in the future: then the
 * article waits for it. What has been updated has been published, so that may not, unless it goes with a later date.
 */
export function datesOf(fields: Fields, reading: Reading, context: DateContext): Dates {
  const written =
    context.kind === 'article'
      ? requiredText(fields.date, reading, longest, noDate(reading.at(0)))
      : textOf(fields.date, reading, longest);
  const { timeZone } = context.settings;
  const date = momentOf(fields.date, written, reading, timeZone);
  const updated = momentFrom(fields.updated, reading, timeZone);
  const expires = momentFrom(fields.expires, reading, timeZone);
  if (fields.updated && updated) judgeUpdate(fields.updated, updated, date, reading, context);
  if (fields.expires && date && expires && expires.instant <= date.instant) {
    const message = `${expires.iso} is not after the date, so nothing would ever be live.`;
    const advice = 'Write a later date of expiry, or delete it to keep the article.';
    reading.problems.push(error(fields.expires.value, 'expires-before-date', message, advice));
  }
  const moments = Object.entries({ date, updated, expires });
  return Object.fromEntries(
    moments.flatMap(([name, moment]) => (moment ? [[name, moment.iso]] : [])),
  );
}

function momentFrom(field: Field | undefined, reading: Reading, zone: string): Moment | undefined {
  return momentOf(field, textOf(field, reading, longest), reading, zone);
}

export function momentOf(
  field: Field | undefined,
  text: string | undefined,
  reading: Reading,
  zone: string,
): Moment | undefined {
  if (!field || text === undefined) return undefined;
  const moment = readDate(text, zone);
  if (moment) return moment;
  const wrong = isWrittenAsDate(text)
    ? 'is no date that exists'
    : 'is not written the way dates are here';
  const message = `${quoted(text)} ${wrong}.`;
  const advice = 'Write it like 2026-11-03, 2026-11-03 09:30 or 2026-11-03T09:30:00+01:00.';
  reading.problems.push(error(field.value, 'bad-date', message, advice));
  return undefined;
}

function judgeUpdate(
  field: Field,
  updated: Moment,
  date: Moment | undefined,
  reading: Reading,
  context: DateContext,
): void {
  refuseFuture(field, updated, date, reading, context);
  if (date && updated.instant < date.instant) {
    const message = 'The article was updated before its date.';
    const advice = 'Check both dates; the page shows them as they are.';
    reading.problems.push(warning(field.value, 'updated-before-date', message, advice));
  }
}

/** Nothing has been updated or corrected before it was done, unless it goes with an article of a later date. */
export function refuseFuture(
  field: Field,
  { instant, iso }: Moment,
  date: Pick<Moment, 'instant'> | undefined,
  reading: Reading,
  { settings, now, draft }: DateContext,
): void {
  if (draft || instant <= Math.max(now.getTime(), date?.instant ?? 0)) return;
  const message = `${iso} (${settings.timeZone}) is still to come.`;
  const advice = 'Write when it was updated; to publish it later, write a later “date”.';
  reading.problems.push(error(field.value, 'date-in-future', message, advice));
}

function noDate(at: At): Problem {
  const advice = 'Add a line such as “date: 2026-11-03 09:30”.';
  return error(at, 'missing-key', 'The date is missing.', advice);
}
