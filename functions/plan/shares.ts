import type { ImagesMessage } from '../shared/images-messages.ts';
import { sharedArticle, shareFolder } from '../shared/share-picture.ts';
import type { Stores } from './files.ts';

/** Everything that should have a picture for other sites, or has one. */
export async function sharesToCheck({ catalog, site }: Stores): Promise<ImagesMessage[]> {
  const ids = new Set(await catalog.standingPages());
  for await (const card of catalog.everyCard()) if (!card.hero) ids.add(card.id);
  for await (const key of site.keys(shareFolder)) {
    const id = sharedArticle(key);
    if (id) ids.add(id);
  }
  return [...ids].map((share) => ({ share }));
}
