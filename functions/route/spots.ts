import type { Catalog } from '../shared/catalog.ts';
import { placeInList } from '../shared/entries.ts';
import { type ArticleRecord, type Card, listsOf, monthOf } from '../shared/model.ts';

/** Where an article stands in one of its lists, or stood before it changed. */
export type Spot = {
  list: string;
  place: string;
  month: string;
  /** It was not there before, or is not there any more. */
  moved: boolean;
};

/**
 * What the catalog has beside a spot by now. It may have changed since the record did, and will be told of again: whoever
 * is beside the spot when nothing changes any more finds itself named by the last change between them.
 */
export type Around = {
  older?: Card;
  /** The nearest first, one more than the newest page of a list shows. */
  newer: Card[];
  /** Months of the list on both sides of one that may have come or gone. */
  months: string[];
};

/** The card that lists show, while it is there. */
export function listed(record: ArticleRecord | undefined): Card | undefined {
  return record?.state === 'live' && record.kind === 'article' ? record.card : undefined;
}

/** Each place once, those before the change and those after it. */
export function spotsOf(before: Card | undefined, after: Card | undefined): Spot[] {
  const [old, now] = [placesOf(before), placesOf(after)] as const;
  return [...new Map([...old, ...now])].map(([name, spot]) => ({
    ...spot,
    moved: old.has(name) !== now.has(name),
  }));
}

function placesOf(card: Card | undefined) {
  if (!card) return new Map<string, Omit<Spot, 'moved'>>();
  const [place, month] = [placeInList(card), monthOf(card)];
  return new Map(listsOf(card).map((list) => [`${list} ${place}`, { list, place, month }]));
}

/** Two calls, and two more where a month may have come or gone, however large the archive is. */
export async function lookAround(
  catalog: Catalog,
  { list, place, month, moved }: Spot,
  pageSize: number,
): Promise<Around> {
  const [[older], newer] = await Promise.all([
    catalog.olderThan(list, place, 1),
    catalog.newerThan(list, place, pageSize + 1),
  ]);
  const { older: monthBefore, newer: monthAfter } =
    moved && isFirstOfMonth(older, month) ? await catalog.neighbours(list, month) : {};
  const months = [monthBefore, monthAfter].filter((each) => each !== undefined);
  return { ...(older ? { older } : {}), newer, months };
}

/**
 * Only then a month can have come with an article, or gone with it: of several that join an empty month, the oldest finds
 * none that is older, and of several that leave it, so does the last.
 */
export function isFirstOfMonth(older: Card | undefined, month: string): boolean {
  return !older || monthOf(older) !== month;
}
