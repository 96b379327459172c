import { isDeepStrictEqual } from 'node:util';
import { isNamedList } from '../shared/entries.ts';
import {
  archivePage,
  feedFormats,
  feedPage,
  latestPage,
  limits,
  monthPage,
  monthSitemap,
  sitemapPages,
} from '../shared/layout.ts';
import {
  type ArticleRecord,
  addressOf,
  type Card,
  type FeedFormat,
  type Reply,
  type Settings,
} from '../shared/model.ts';
import { type Around, isFirstOfMonth, listed, type Spot } from './spots.ts';

/** What a changed record asks for: pages to render anew, addresses to look at again. */
export type Touched = {
  pages: string[];
  /** The CDN must forget these pages, because something must disappear. */
  purge: boolean;
  recheck: string[];
};

export const nothing: Touched = { pages: [], purge: false, recheck: [] };

/** What other pages show of an article: its card without the count of replies, that count, and its whole text. */
export type Shown = 'brief' | 'count' | 'text';

/** A change as the pages of one list see it. */
export type Seen = {
  spot: Spot;
  around: Around;
  changed: Set<Shown>;
  settings: Pick<Settings, 'pageSize' | 'feeds'>;
};

/** Which pages show an article. This table is rule 6: each line names a number of pages that does not grow. */
const showing = {
  itself: (id: string) => [addressOf(id)],
  frontPage: [latestPage('home')],
  newestOfList: ({ list }: Spot) => [latestPage(list)],
  monthOfList: ({ list, month }: Spot) => [monthPage(list, month)],
  feedsOfList: ({ list }: Spot, formats: FeedFormat[]) =>
    formats.map((format) => feedPage(list, format)),
  maps: ({ month }: Spot) => [monthSitemap(month), sitemapPages.news],
  neighbours: ({ older, newer: [newer] }: Around) => addresses([older, newer]),
  related: ({ newer }: Around) => addresses(newer.slice(0, limits.related)),
  monthsBeside: ({ list }: Spot, { months }: Around) =>
    months.map((month) => monthPage(list, month)),
  allMonths: [archivePage, sitemapPages.index],
  allLists: [sitemapPages.lists],
};

/** What can be told from the record alone. */
export function articleChanged(
  before: ArticleRecord | undefined,
  after: ArticleRecord | undefined,
): Touched {
  const id = (after ?? before)?.id;
  if (id === undefined) return nothing;
  const isFeatured = listed(before)?.featured || listed(after)?.featured;
  const pages = [
    ...(isSamePage(before, after) ? [] : showing.itself(id)),
    ...(isFeatured && isAnotherCard(changedElsewhere(before, after)) ? showing.frontPage : []),
    ...(standingPlace(before) === standingPlace(after) ? [] : showing.allLists),
  ];
  return { pages, purge: isGone(before, after), recheck: [] };
}

/** What differs for the pages of lists and of other articles; nothing where all of them stay as they are. */
export function changedElsewhere(
  before: ArticleRecord | undefined,
  after: ArticleRecord | undefined,
): Set<Shown> {
  const [old, now] = [shownOf(before), shownOf(after)];
  const all: Shown[] = ['brief', 'count', 'text'];
  return new Set(all.filter((each) => !isDeepStrictEqual(old?.[each], now?.[each])));
}

/** The pages of a list that have the article's own words. When it must disappear, so must these words. */
export function pagesOfList({ spot, around, changed, settings }: Seen): string[] {
  const { pageSize, feeds } = settings;
  const isNewest = around.newer.length <= pageSize;
  const isCard = isAnotherCard(changed);
  // A list that is gone must lose the feeds too that were turned off while it was there.
  const formats = mayBeList(spot, around) ? feedFormats : feeds;
  return [
    ...(isNewest && isCard ? showing.newestOfList(spot) : []),
    ...(isCard ? showing.monthOfList(spot) : []),
    ...(isNewest
      ? showing.feedsOfList(
          spot,
          formats.filter((format) => showsIn(format, changed)),
        )
      : []),
  ];
}

/** The pages that lead to the article from its place in a list, or on to where it is. */
export function pagesBeside({ spot, around, changed }: Seen): string[] {
  if (!changed.has('brief')) return [];
  const kind = spot.list.split('/')[0];
  const isHome = kind === 'home';
  const isMonth = spot.moved && isFirstOfMonth(around.older, spot.month);
  return [
    ...(isHome ? showing.maps(spot) : []),
    ...(isHome || kind === 'section' ? showing.neighbours(around) : []),
    ...(kind === 'section' || kind === 'tag' ? showing.related(around) : []),
    ...(isMonth ? showing.monthsBeside(spot, around) : []),
    ...(isMonth && isHome ? showing.allMonths : []),
    ...(mayBeList(spot, around) && isNamedList(spot.list) ? showing.allLists : []),
  ];
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

export function isGone(before: ArticleRecord | undefined, after: ArticleRecord | undefined) {
  return before?.state === 'live' && after?.state !== 'live';
}

/** As with months: only the oldest article can be the one with which a list came or went. */
function mayBeList({ moved }: Spot, { older }: Around): boolean {
  return moved && !older;
}

function isAnotherCard(changed: Set<Shown>): boolean {
  return changed.has('brief') || changed.has('count');
}

/** Only RSS counts replies. */
function showsIn(format: FeedFormat, changed: Set<Shown>): boolean {
  return changed.has('brief') || changed.has('text') || (format === 'rss' && changed.has('count'));
}

/**
 * Everything but what only the steps themselves look at, and the count of replies: the page counts those it shows, and
 * follows when one of them changes.
 */
function isSamePage(before: ArticleRecord | undefined, after: ArticleRecord | undefined): boolean {
  return isDeepStrictEqual(visible(before), visible(after));
}

function visible(record: ArticleRecord | undefined) {
  if (record?.state === 'moved') return { to: record.redirect?.to };
  if (record?.state !== 'live') return 'absent';
  const { kind, source, card, replies, images, formerly, corrections } = record;
  const brief = card && { ...card, replyCount: 0 };
  return { kind, source, brief, replies, images, formerly, corrections };
}

function shownOf(record: ArticleRecord | undefined): Record<Shown, unknown> | undefined {
  const card = listed(record);
  if (!card) return undefined;
  const { source, images, corrections } = record as ArticleRecord;
  const { replyCount, ...brief } = card;
  return { brief, count: replyCount, text: { source, images, corrections } };
}

/** Where a standing page was first published, which decides whether its map names it: empty for here. */
function standingPlace(record: ArticleRecord | undefined): string | undefined {
  const isStanding = record?.state === 'live' && record.kind === 'page';
  return isStanding ? (record.card?.canonical ?? '') : undefined;
}

function addresses(cards: (Card | undefined)[]): string[] {
  return cards.flatMap((card) => (card ? addressOf(card.id) : []));
}
