import type { Catalog } from '../shared/catalog.ts';
import { subjects } from '../shared/layout.ts';
import type { ArticleRecord } from '../shared/model.ts';
import type { Source } from './check-article.ts';
import { type Judge, longestClaim, readClaims } from './claims.ts';

/** The article that was at an address before, and whether readers can be led to it. */
export type FormerOwner = NonNullable<ArticleRecord['redirect']> & { isLive: boolean };

/**
 * Whose address it is, where no file stands at it: that of the article whose file has named it for longest as a
 * former one of its own.
 *
 * Which articles name it, and whether they are live, only their records say. A file that was just uploaded, and is
 * replaced before anybody took it in, would leave a claim behind that no change of a record tells of.
 */
export async function formerOwner(
  judge: Judge,
  catalog: Catalog,
  id: string,
): Promise<FormerOwner | undefined> {
  const users = await catalog.usersOf(subjects.alias(id));
  const records = await Promise.all(users.map((user) => catalog.article(user)));
  const naming = records.flatMap((record) => (record?.aliases?.includes(id) ? record : []));
  const record = naming.length > 1 ? await longestNaming(judge, naming, id) : naming[0];
  if (!record?.key) return undefined;
  const replies = record.formerly?.includes(id) ?? false;
  return { to: record.id, key: record.key, replies, isLive: record.state === 'live' };
}

async function longestNaming(judge: Judge, records: ArticleRecord[], id: string) {
  const isNamed = ({ draft, aliases }: Source) =>
    !draft && aliases.some((alias) => alias.id === id);
  const claims = await readClaims(
    judge,
    records.flatMap(({ key }) => key ?? []),
  );
  const longest = await longestClaim(judge, claims, isNamed);
  return records.find(({ key }) => key === longest?.key);
}
