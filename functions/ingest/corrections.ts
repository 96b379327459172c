import type { Correction } from '../shared/model.ts';
import { type DateContext, type Dates, momentOf, refuseFuture } from './date-fields.ts';
import { entriesOf, type Field, mapOf, requiredText } from './fields.ts';
import { correctionKeys, frontMatterKeys } from './front-matter-shape.ts';
import { type At, error, warning } from './problems.ts';
import type { Reading } from './yaml.ts';

/** What readers are told of that was wrong in an article, the oldest first. */
export function correctionsOf(
  field: Field | undefined,
  reading: Reading,
  { date }: Dates,
  context: DateContext,
): Correction[] {
  const entries = entriesOf(field, reading, frontMatterKeys.corrections.most);
  const corrections = entries.flatMap((entry) => correctionIn(entry, reading, date, context) ?? []);
  return corrections.sort((one, other) => instantOf(one.date) - instantOf(other.date));
}

/** Whoever corrects an article has updated it. */
export function updatedBy(
  { date, updated }: Dates,
  corrections: Correction[],
): Pick<Dates, 'updated'> {
  const last = corrections.at(-1)?.date;
  const isLater = (than: string | undefined) => !than || instantOf(last ?? '') > instantOf(than);
  // Without a time of day a correction may seem to be earlier than its article.
  return last && isLater(updated) && isLater(date) ? { updated: last } : {};
}

function correctionIn(
  entry: Field,
  reading: Reading,
  date: string | undefined,
  context: DateContext,
): Correction | undefined {
  const fields = mapOf(entry, reading, { known: Object.keys(correctionKeys) });
  if (!fields) return undefined;
  const text = requiredText(
    fields.text,
    reading,
    correctionKeys.text.longest,
    noPart(entry.key, 'text'),
  );
  const written = requiredText(
    fields.date,
    reading,
    correctionKeys.date.longest,
    noPart(entry.key, 'date'),
  );
  const moment = momentOf(fields.date, written, reading, context.settings.timeZone);
  if (!fields.date || !moment || text === undefined) return undefined;
  const published = date === undefined ? undefined : { instant: instantOf(date) };
  refuseFuture(fields.date, moment, published, reading, context);
  if (date && moment.iso.slice(0, 10) < date.slice(0, 10)) {
    const message = 'This was corrected before the date of the article.';
    const advice = 'Check both dates; the page shows them as they are.';
    reading.problems.push(warning(fields.date.value, 'corrected-before-date', message, advice));
  }
  return { date: moment.iso, text };
}

function noPart(at: At, name: 'date' | 'text') {
  const advice = 'Write both: {date: 2026-11-21, text: "The wall is 4 metres high, not 14."}.';
  return error(at, 'missing-key', `A correction has no ${name}.`, advice);
}

function instantOf(iso: string): number {
  return new Date(iso).getTime();
}
