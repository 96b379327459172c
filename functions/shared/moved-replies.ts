import type { Catalog } from './catalog.ts';
import type { Comments } from './comments.ts';
import type { ArticleRecord, Reply } from './model.ts';

type Article = Pick<ArticleRecord, 'id' | 'formerly'>;

/**
 * The addresses whose replies an article shows: its own, and the former ones that brought theirs along. A reply stays
 * where it was written, because a file that is renamed once more, or deleted, must not lose it.
 */
export async function addressesOfReplies(
  catalog: Pick<Catalog, 'article'>,
  { id, formerly = [] }: Article,
): Promise<string[]> {
  const records = await Promise.all(formerly.map((former) => catalog.article(former)));
  const followed = records.flatMap((record) =>
    record?.redirect?.to === id && record.redirect.replies ? record.id : [],
  );
  return [id, ...followed];
}

/** Approved replies that an article shows, oldest first. */
export async function approvedReplies(
  catalog: Pick<Catalog, 'article'>,
  comments: Pick<Comments, 'approved'>,
  article: Article,
): Promise<Reply[]> {
  const addresses = await addressesOfReplies(catalog, article);
  const replies = await Promise.all(addresses.map((address) => comments.approved(address)));
  return replies.flat().sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** How many there are, without reading them. */
export async function countReplies(
  catalog: Pick<Catalog, 'article'>,
  comments: Pick<Comments, 'countApproved'>,
  article: Article,
): Promise<number> {
  const addresses = await addressesOfReplies(catalog, article);
  const counts = await Promise.all(addresses.map((address) => comments.countApproved(address)));
  return counts.reduce((sum, count) => sum + count, 0);
}
