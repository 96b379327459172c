import type { Catalog } from '../shared/catalog.ts';
import { placeInList } from '../shared/entries.ts';
import { latestPage, monthPage } from '../shared/layout.ts';
import { addressOf, type Card, listsOf, monthOf } from '../shared/model.ts';

/** Pages that do not come from an article. */
export const fixedPages = ['', '404.html', 'feed.xml', 'assets/'];

/**
 * Every page the site has, each once: what a rebuild renders. Memory grows with lists and months, not with
 * articles.
 */
export async function* everyPage(catalog: Catalog): AsyncIterable<string> {
  const lists = new Set<string>();
  for (const page of await otherPages(catalog)) {
    lists.add(page);
    yield page;
  }
  for await (const card of catalog.everyCard()) {
    yield addressOf(card.id);
    for (const page of listPages(card)) {
      if (lists.has(page)) continue;
      lists.add(page);
      yield page;
    }
  }
  for await (const id of catalog.moved()) yield addressOf(id);
}

/** Where former addresses come among the places of articles: after all of them, which begin with a year. */
const formerPlace = (id: string) => `former/${id}`;

/**
 * The pages of so many articles and former addresses, and the place to go on from if there are more. A list that has articles in several
 * parts is named in each. The pages that show no article come with the first part, which is the one after ''.
 */
export async function pagesAfter(catalog: Catalog, after: string, most: number) {
  const pages = new Set(after === '' ? await otherPages(catalog) : []);
  let count = 0;
  const first = formerPlace('');
  if (after < first) {
    for await (const card of catalog.everyCard(after)) {
      for (const page of [addressOf(card.id), ...listPages(card)]) pages.add(page);
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

async function otherPages(catalog: Catalog): Promise<string[]> {
  const { settings } = await catalog.settings();
  const sections = settings.sections.map(({ slug }) => latestPage(`section/${slug}`));
  const standing = await catalog.standingPages();
  return [...fixedPages, ...sections, ...standing.map(addressOf)];
}

function listPages(card: Card): string[] {
  return listsOf(card).flatMap((list) => [latestPage(list), monthPage(list, monthOf(card))]);
}
