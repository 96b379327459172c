import { catalogKeys, previewPage } from './layout.ts';
import { type ArticleRecord, type Card, entriesListsOf, sortDate } from './model.ts';

/** One line of a list. `list` is `pages` for standing pages, which stand in no other list. */
export type Entry = { list: string; date: string; id: string; card: Card };

/** The list entries that a record stands for: what the catalog keeps in step with it. */
export function entriesOf(record: ArticleRecord | undefined): Entry[] {
  const card = record?.card;
  if (record?.state !== 'live' || !card) return [];
  const lists = record.kind === 'page' ? ['pages'] : entriesListsOf(card);
  const date = record.kind === 'page' ? '' : sortDate(card);
  return lists.map((list) => ({ list, date, id: record.id, card }));
}

/** Where an article stands in each of its lists: they are sorted by this. */
export function placeInList(card: Card): string {
  return catalogKeys.entry('home', sortDate(card), card.id).sk;
}

/** Sections, tags and authors: nobody knows them but by the articles that are in them. */
export function isNamedList(list: string): boolean {
  return list.includes('/');
}

/** The preview page that a record stands for. */
export function previewOf(record: ArticleRecord | undefined): string | undefined {
  return record?.preview && previewPage(record.id, record.preview);
}
