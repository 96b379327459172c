import type { Catalog } from '../shared/catalog.ts';
import { placeInList } from '../shared/entries.ts';
import { filledLists } from '../shared/filled-lists.ts';
import {
  archivePage,
  feedPage,
  latestPage,
  monthPage,
  monthSitemap,
  sitemapPages,
} from '../shared/layout.ts';
import { addressOf, type Card, listsOf, monthOf } from '../shared/model.ts';

/** Pages that do not come from an article. */
export const fixedPages = [
  '404.html',
  'robots.txt',
  'assets/',
  archivePage,
  ...Object.values(sitemapPages),
];

/** Every page the site has, each once: what a rebuild renders. Memory grows with lists and months, not with articles. */
export async function* everyPage(catalog: Catalog): AsyncIterable<string> {
  const known = new Set<string>();
  yield* await otherPages(catalog);
  for await (const card of catalog.everyCard()) {
    yield addressOf(card.id);
    for (const page of monthPages(card)) {
      if (known.has(page)) continue;
      known.add(page);
      yield page;
    }
  }
  for await (const id of catalog.moved()) yield addressOf(id);
}

/** Where former addresses come among the places of articles: after all of them, which begin with a year. */
const formerPlace = (id: string) => `former/${id}`;

/**
 * The pages of so many articles and former addresses, and the place to go on from if there are more. A month that has
 * articles in several parts is named in each. The pages that belong to no article and no month come with the first
 * part, which is the one after ''.
 */
export async function pagesAfter(catalog: Catalog, after: string, most: number) {
  const pages = new Set(after === '' ? await otherPages(catalog) : []);
  let count = 0;
  const first = formerPlace('');
  if (after < first) {
    for await (const card of catalog.everyCard(after)) {
      for (const page of [addressOf(card.id), ...monthPages(card)]) pages.add(page);
      count += 1;
      if (count === most) return { pages: [...pages], next: placeInList(card) };
    }
  }
  for await (const id of catalog.moved(after.startsWith(first) ? after.slice(first.length) : '')) {
    pages.add(addressOf(id));
    count += 1;
    if (count === most) return { pages: [...pages], next: formerPlace(id) };
  }
  return { pages: [...pages] };
}

/** Every list with its newest articles and its feeds, the standing pages, the previews, and what each site has. */
async function otherPages(catalog: Catalog): Promise<string[]> {
  const { settings } = await catalog.settings();
  const sections = settings.sections.map(({ slug }) => `section/${slug}`);
  const lists = new Set(['home', ...sections, ...(await filledLists(catalog))]);
  const newest = [...lists].flatMap((list) => [
    latestPage(list),
    ...settings.feeds.map((format) => feedPage(list, format)),
  ]);
  const standing = await catalog.standingPages();
  const previews = await catalog.previews();
  return [...newest, ...fixedPages, ...standing.map(addressOf), ...previews];
}

function monthPages(card: Card): string[] {
  const month = monthOf(card);
  return [monthSitemap(month), ...listsOf(card).map((list) => monthPage(list, month))];
}
