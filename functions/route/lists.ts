import type { Catalog } from '../shared/catalog.ts';
import type { ArticleRecord, Settings } from '../shared/model.ts';
import {
  changedElsewhere,
  isGone,
  nothing,
  pagesBeside,
  pagesOfList,
  type Touched,
} from './rules.ts';
import { listed, lookAround, spotsOf } from './spots.ts';

/**
 * The pages of each list that an article is or was in, and of the articles beside it there.
 *
 * @param settingsOf asked only when something about lists changed
 */
export async function touchedInLists(
  catalog: Catalog,
  { before, after }: { before?: ArticleRecord; after?: ArticleRecord },
  settingsOf: () => Promise<Settings>,
): Promise<Touched[]> {
  const changed = changedElsewhere(before, after);
  if (changed.size === 0) return [];
  const settings = await settingsOf();
  const touched = await Promise.all(
    spotsOf(listed(before), listed(after)).map(async (spot): Promise<Touched[]> => {
      const around = await lookAround(catalog, spot, settings.pageSize);
      const seen = { spot, around, changed, settings };
      return [
        { ...nothing, pages: pagesOfList(seen), purge: isGone(before, after) },
        { ...nothing, pages: pagesBeside(seen) },
      ];
    }),
  );
  return touched.flat();
}
