import { placeOf } from '../../functions/ingest/places.ts';
import { addressOf } from '../../functions/shared/model.ts';
import { type PageName, parsePage } from '../../functions/shared/pages.ts';
import type { Crew } from './crew.ts';

/**
 * Which thread had best render which page: that of a text the one that keeps it, and that of a month the one that has
 * the articles of about that time, so that not every thread reads every record. The feeds of a list go to one, because
 * they have the same texts.
 */
export function sharePages(pages: string[], crew: Crew, texts: string[]): string[][] {
  const keepers = keepersOf(crew, texts);
  const names = pages.map((page) => [page, parsePage(page)] as const);
  const months = [...new Set(names.flatMap(([, name]) => monthOf(name) ?? []))].sort();
  const numbers = new Map(months.map((month, nth) => [month, nth]));
  const shares: string[][] = Array.from({ length: crew.count }, () => []);
  let next = 0;
  const lists = new Map<string, number>();
  const byList = (list: string) => {
    const number = lists.get(list) ?? next++ % crew.count;
    lists.set(list, number);
    return number;
  };
  for (const [page, name] of names) {
    const month = monthOf(name);
    const number =
      keepers.get(page) ??
      (month === undefined
        ? byList('list' in name ? name.list : page)
        : Math.floor(((numbers.get(month) ?? 0) * crew.count) / months.length));
    shares[number]?.push(page);
  }
  return shares;
}

function monthOf(name: PageName): string | undefined {
  return name.kind === 'list' ? name.month : undefined;
}

/** By the page of a text. */
function keepersOf(crew: Crew, texts: string[]): Map<string, number> {
  const keepers = new Map<string, number>();
  for (const key of texts) {
    const place = placeOf(key);
    const keeper = crew.keeperOf(key);
    if ('id' in place && keeper !== undefined) keepers.set(addressOf(place.id), keeper);
  }
  return keepers;
}
