import type { ImagesMessage } from '../shared/images-messages.ts';
import { sharesBesideLists } from '../shared/shares.ts';
import type { Stores } from './files.ts';

/** Everything that should have a picture for other sites, or has one. */
export async function sharesToCheck({ catalog, site }: Stores): Promise<ImagesMessage[]> {
  const ids = new Set(await sharesBesideLists({ catalog, site }));
  for await (const card of catalog.everyCard()) if (!card.hero) ids.add(card.id);
  return [...ids].map((share) => ({ share }));
}
