import { isDeepStrictEqual } from 'node:util';
import { latestPage, monthPage } from '../shared/layout.ts';
import {
  type ArticleRecord,
  addressOf,
  type Card,
  listsOf,
  monthOf,
  type Reply,
} from '../shared/model.ts';

/** What a changed record asks for: pages to render anew, addresses to look at again. */
export type Touched = {
  pages: string[];
  /** The CDN must forget these pages, because something must disappear. */
  purge: boolean;
  recheck: string[];
};

export const nothing: Touched = { pages: [], purge: false, recheck: [] };

/** One list in one month: `section/news` in `2026-11`. */
export type ListMonth = { list: string; month: string };

/** Which pages show an article. This table is rule 6: each line names a number of pages that does not grow. */
const showing = {
  itself: (id: string) => [addressOf(id)],
  newestOfItsLists: (card: Card) => listsOf(card).map(latestPage),
  monthOfItsLists: (card: Card) => listsOf(card).map((list) => monthPage(list, monthOf(card))),
  feeds: () => ['feed.xml'],
};

/** An article's record changed. Pages that show its card follow only when the card differs. */
export function articleChanged(
  before: ArticleRecord | undefined,
  after: ArticleRecord | undefined,
): Touched {
  const id = (after ?? before)?.id;
  if (id === undefined || isSamePage(before, after)) return nothing;
  const gone = before?.state === 'live' && after?.state !== 'live';
  const lists = isDeepStrictEqual(listed(before), listed(after))
    ? []
    : [...listPages(before), ...listPages(after)];
  return { pages: unique([...showing.itself(id), ...lists]), purge: gone, recheck: [] };
}

/** The lists in which a month may have appeared or vanished, so that its neighbours' links change. */
export function movedMonths(
  before: ArticleRecord | undefined,
  after: ArticleRecord | undefined,
): ListMonth[] {
  const old = new Map(
    listMonths(before).map((place) => [monthPage(place.list, place.month), place]),
  );
  const now = new Map(
    listMonths(after).map((place) => [monthPage(place.list, place.month), place]),
  );
  const left = [...old].filter(([page]) => !now.has(page));
  const joined = [...now].filter(([page]) => !old.has(page));
  return [...left, ...joined].map(([, place]) => place);
}

/** A reply changed: its article's page shows it if it is or was approved, and the count is taken again. */
export function replyChanged(before: Reply | undefined, after: Reply | undefined): Touched {
  const was = before?.state === 'approved';
  const is = after?.state === 'approved';
  const article = (after ?? before)?.article;
  if (article === undefined || !(was || is) || isDeepStrictEqual(before, after)) return nothing;
  const purge = was && (!is || before?.text !== after?.text);
  return { pages: showing.itself(article), purge, recheck: [article] };
}

/** Everything but what only the steps themselves look at. */
function isSamePage(before: ArticleRecord | undefined, after: ArticleRecord | undefined): boolean {
  return isDeepStrictEqual(visible(before), visible(after));
}

function visible(record: ArticleRecord | undefined) {
  if (record?.state === 'moved') return { to: record.redirect?.to };
  if (record?.state !== 'live') return 'absent';
  const { kind, source, card, replies, canonical, images, formerly, corrections } = record;
  return { kind, source, card, replies, canonical, images, formerly, corrections };
}

function listed(record: ArticleRecord | undefined): Card | undefined {
  return record?.state === 'live' && record.kind === 'article' ? record.card : undefined;
}

function listPages(record: ArticleRecord | undefined): string[] {
  const card = listed(record);
  if (!card) return [];
  return [...showing.newestOfItsLists(card), ...showing.monthOfItsLists(card), ...showing.feeds()];
}

function listMonths(record: ArticleRecord | undefined): ListMonth[] {
  const card = listed(record);
  return card ? listsOf(card).map((list) => ({ list, month: monthOf(card) })) : [];
}

function unique(pages: string[]): string[] {
  return [...new Set(pages)];
}
