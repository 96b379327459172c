import type { Problem, Settings } from '../shared/model.ts';
import { isWrittenAsDate, type Moment, readDate } from './dates.ts';
import { type Field, type Fields, requiredText, textOf } from './fields.ts';
import { type At, error, warning } from './problems.ts';
import { quoted } from './suggest.ts';
import type { Reading } from './yaml.ts';

const longest = 100;

export type DateContext = {
  kind: 'article' | 'page';
  settings: Settings;
  now: Date;
  draft: boolean;
};

/**
 * `date` and `updated`, as ISO 8601 in the site's time zone. Articles are sorted by their date and need one; a
 * draft may have any.
 */
export function datesOf(
  fields: Fields,
  reading: Reading,
  context: DateContext,
): { date?: string; updated?: string } {
  const written =
    context.kind === 'article'
      ? requiredText(fields.date, reading, longest, noDate(reading.at(0)))
      : textOf(fields.date, reading, longest);
  const date = momentOf(fields.date, written, reading, context);
  const updated = momentOf(
    fields.updated,
    textOf(fields.updated, reading, longest),
    reading,
    context,
  );
  if (fields.updated && date && updated && updated.instant < date.instant) {
    const message = 'The article was updated before its date.';
    const advice = 'Check both dates; the page shows them as they are.';
    reading.problems.push(warning(fields.updated.value, 'updated-before-date', message, advice));
  }
  return { ...(date ? { date: date.iso } : {}), ...(updated ? { updated: updated.iso } : {}) };
}

function momentOf(
  field: Field | undefined,
  text: string | undefined,
  reading: Reading,
  { settings, now, draft }: DateContext,
): Moment | undefined {
  if (!field || text === undefined) return undefined;
  const moment = readDate(text, settings.timeZone);
  if (!moment) {
    const wrong = isWrittenAsDate(text)
      ? 'is no date that exists'
      : 'is not written the way dates are here';
    const message = `${quoted(text)} ${wrong}.`;
    const advice = 'Write it like 2026-11-03, 2026-11-03 09:30 or 2026-11-03T09:30:00+01:00.';
    reading.problems.push(error(field.value, 'bad-date', message, advice));
    return undefined;
  }
  if (!draft && moment.instant > now.getTime()) {
    const message = `${moment.iso} (${settings.timeZone}) is still to come; Galley cannot schedule yet.`;
    const advice = 'Upload it again when the time has come, or write an earlier date.';
    reading.problems.push(error(field.value, 'date-in-future', message, advice));
    return undefined;
  }
  return moment;
}

function noDate(at: At): Problem {
  const advice = 'Add a line such as “date: 2026-11-03 09:30”.';
  return error(at, 'missing-key', 'The date is missing.', advice);
}
