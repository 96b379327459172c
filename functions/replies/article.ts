import type { Catalog } from '../shared/catalog.ts';
import type { ArticleRecord } from '../shared/model.ts';

/** DynamoDB takes keys of at most 2,048 bytes; an object in the content bucket has at most 1,024. */
const longestId = 500;

/**
 * The live article or standing page with this id, or the one that was there before: its old page may still be open in
 * somebody's browser. Undefined also for what cannot be an id.
 */
export async function findArticle(
  catalog: Pick<Catalog, 'article'>,
  id: string,
): Promise<ArticleRecord | undefined> {
  if (id === '' || id.length > longestId) return undefined;
  const found = await catalog.article(id);
  const isMoved = found?.state === 'moved' && found.redirect;
  const record = isMoved ? await catalog.article(isMoved.to) : found;
  return record?.state === 'live' ? record : undefined;
}
