import type { CatalogDump } from '../../functions/shared/catalog-dump.ts';
import type { RecordLines } from './record-lines.ts';

/** What a catalog knows beside its records. */
export type Dump = Omit<CatalogDump, 'saved'>;

/**
 * The same as it is written and sent: long names once, with the records, and numbers in their place from then on. Each
 * article is in half a dozen lists.
 */
export type PackedDump = Omit<Dump, 'lists'> & {
  /** What the place of an article in its lists begins with, in the order of the records. */
  dates: string[];
  /** The articles of each list by their numbers among the records. */
  lists: [list: string, articles: number[]][];
};

export function packDump({ lists, ...dump }: Dump, { lines: { ids } }: RecordLines): PackedDump {
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const dates = ids.map(() => '');
  const packed = lists.map(([list, places]): [string, number[]] => [
    list,
    places.map((place) => {
      const mark = place.indexOf('#');
      const number = numbers.get(place.slice(mark + 1)) ?? -1;
      dates[number] = place.slice(0, mark);
      return number;
    }),
  ]);
  return { ...dump, dates, lists: packed };
}

export function unpackDump(packed: PackedDump, { lines: { ids } }: RecordLines): Dump {
  const { dates, lists, ...dump } = packed;
  const places = ids.map((id, number) => `${dates[number]}#${id}`);
  return {
    ...dump,
    lists: lists.map(([list, articles]) => [list, articles.map((nth) => places[nth] ?? '')]),
  };
}
