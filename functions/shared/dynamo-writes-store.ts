import { isDeepStrictEqual } from 'node:util';
import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { type Entry, previewOf } from './entries.ts';
import { catalogKeys } from './layout.ts';
import type { ArticleRecord } from './model.ts';

/** The condition of rule 3: nobody has stored a later revision since the one this record was made from. */
export function unchangedSince(revision: number) {
  return revision === 1
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: 'revision = :before',
        ExpressionAttributeValues: { ':before': revision - 1 },
      };
}

/** Only the entries that differ are written, so a correction in the text costs one write. */
export function entryWrites(table: string, before: Entry[], after: Entry[]) {
  const keyOf = (entry: Entry) => catalogKeys.entry(entry.list, entry.date, entry.id);
  const named = (entries: Entry[]) =>
    new Map(entries.map((entry) => [`${keyOf(entry).pk} ${keyOf(entry).sk}`, entry]));
  const old = named(before);
  const wanted = named(after);
  const gone = [...old].filter(([name]) => !wanted.has(name));
  const changed = [...wanted].filter(
    ([name, entry]) => !isDeepStrictEqual(old.get(name)?.card, entry.card),
  );
  return [
    ...gone.map(([, entry]) => ({ Delete: { TableName: table, Key: keyOf(entry) } })),
    ...changed.map(([, entry]) => ({
      Put: { TableName: table, Item: { ...keyOf(entry), card: entry.card } },
    })),
  ];
}

/** An address is listed for as long as it leads elsewhere. */
export function movedWrites(
  table: string,
  before: ArticleRecord | undefined,
  { id, state }: ArticleRecord,
) {
  const isMoved = state === 'moved';
  if (isMoved === (before?.state === 'moved')) return [];
  const key = catalogKeys.moved(id);
  return [
    isMoved ? { Put: { TableName: table, Item: key } } : { Delete: { TableName: table, Key: key } },
  ];
}

/** A preview is listed for as long as there is one at its address. */
export function previewWrites(
  table: string,
  before: ArticleRecord | undefined,
  after: ArticleRecord,
) {
  const [old, wanted] = [previewOf(before), previewOf(after)];
  if (old === wanted) return [];
  return [
    ...(old ? [{ Delete: { TableName: table, Key: catalogKeys.preview(old) } }] : []),
    ...(wanted ? [{ Put: { TableName: table, Item: catalogKeys.preview(wanted) } }] : []),
  ];
}

/** False when the compare-and-set lost, be it to a stored revision or to a transaction under way. */
export async function holds(answer: Promise<unknown>): Promise<boolean> {
  try {
    await answer;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    if (error instanceof TransactionCanceledException) {
      const reasons = (error.CancellationReasons ?? []).map((reason) => reason.Code);
      const lost = ['ConditionalCheckFailed', 'TransactionConflict'];
      if (reasons.some((reason) => lost.includes(reason ?? ''))) return false;
    }
    throw error;
  }
}
