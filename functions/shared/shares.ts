import type { Catalog } from './catalog.ts';
import type { Objects } from './objects.ts';
import { sharedArticle, shareFolder } from './share-picture.ts';

/** Who may have a picture for other sites without being an article in a list: standing pages, and whatever has one. */
export async function sharesBesideLists(stores: {
  catalog: Pick<Catalog, 'standingPages'>;
  site: Pick<Objects, 'keys'>;
}): Promise<string[]> {
  const ids = await stores.catalog.standingPages();
  for await (const key of stores.site.keys(shareFolder)) {
    const id = sharedArticle(key);
    if (id) ids.push(id);
  }
  return ids;
}
