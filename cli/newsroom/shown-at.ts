import { addressesOfReplies } from '../../functions/shared/moved-replies.ts';
import type { Desk } from './newsroom.ts';

type Shelf = Pick<Desk, 'catalog'>;

/** The article that shows the replies written at an address: another one when it has moved and took them along. */
export async function shownAt({ catalog }: Shelf, article: string): Promise<string> {
  const record = await catalog.article(article);
  return record?.redirect?.replies ? record.redirect.to : article;
}

/** Where replies lie that are shown together with those of this address, which is the first of them. */
export async function addressesWith(shelf: Shelf, article: string): Promise<string[]> {
  const record = await shelf.catalog.article(await shownAt(shelf, article));
  const shown = record ? await addressesOfReplies(shelf.catalog, record) : [];
  return [...new Set([article, ...shown])];
}
