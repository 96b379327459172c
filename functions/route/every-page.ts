import type { Catalog } from '../shared/catalog.ts';
import { latestPage, monthPage } from '../shared/layout.ts';
import { addressOf, listsOf, monthOf } from '../shared/model.ts';

/** Pages that do not come from an article. */
export const fixedPages = ['', '404.html', 'feed.xml', 'assets/'];

/**
 * Every page the site has, each once: what a rebuild renders. Memory grows with lists and months, not with
 * articles.
 */
export async function* everyPage(catalog: Catalog): AsyncIterable<string> {
  const { settings } = await catalog.settings();
  const lists = new Set([
    ...fixedPages,
    ...settings.sections.map(({ slug }) => latestPage(`section/${slug}`)),
  ]);
  yield* lists;
  for (const id of await catalog.standingPages()) yield addressOf(id);
  for await (const card of catalog.everyCard()) {
    yield addressOf(card.id);
    for (const list of listsOf(card)) {
      for (const page of [latestPage(list), monthPage(list, monthOf(card))]) {
        if (lists.has(page)) continue;
        lists.add(page);
        yield page;
      }
    }
  }
}
