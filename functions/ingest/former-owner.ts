import type { Catalog } from '../shared/catalog.ts';
import { subjects } from '../shared/layout.ts';
import type { ArticleRecord } from '../shared/model.ts';
import type { Source } from './check-article.ts';
import { firstComer, type Judge, longestClaim, readClaims } from './claims.ts';
import { claimants } from './places.ts';

/** The article that was at an address before, and whether readers can be led to it. */
export type FormerOwner = NonNullable<ArticleRecord['redirect']> & { isLive: boolean };

/**
 * Whose address it is, where no file stands at it: that of the article whose file has named it for longest as a
 * former one of its own. Files that do not own the address they lie at, and drafts, name nothing.
 *
 * Whether that article is live its record says, and not the time: both then say the same at any moment.
 */
export async function formerOwner(
  judge: Judge,
  catalog: Catalog,
  id: string,
): Promise<FormerOwner | undefined> {
  const users = await catalog.usersOf(subjects.alias(id));
  const owners = await Promise.all(
    users.map(async (user) => firstComer(judge, await readClaims(judge, claimants(user)))),
  );
  const isNamed = ({ draft, aliases }: Source) =>
    !draft && aliases.some((alias) => alias.id === id);
  const longest = await longestClaim(
    judge,
    owners.flatMap((owner) => owner ?? []),
    isNamed,
  );
  if (!longest?.good) return undefined;
  const to = users[owners.indexOf(longest)] ?? '';
  const record = await catalog.article(to);
  return {
    to,
    key: longest.key,
    replies: longest.good.source.formerly.includes(id),
    isLive: record?.state === 'live',
  };
}
