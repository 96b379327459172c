import { isDeepStrictEqual } from 'node:util';
import { subjects } from '../shared/layout.ts';
import { type ArticleRecord, addressOf } from '../shared/model.ts';

type Before = ArticleRecord | undefined;
type After = ArticleRecord | undefined;

/**
 * The former addresses of an article are looked at again whenever its claim to them may be another: it depends on
 * which versions of its file named them, and since when.
 */
export function formerAddresses(before: Before, after: After): string[] {
  if (isDeepStrictEqual(claimOf(before), claimOf(after))) return [];
  return [...new Set([...(before?.aliases ?? []), ...(after?.aliases ?? [])])];
}

/** What the texts and files depend on that are looked at again: their report tells where their links and aliases lead. */
export function changedSubjects(before: Before, after: After): string[] {
  const id = (after ?? before)?.id;
  if (id === undefined) return [];
  return [
    ...(leadsTo(before) === leadsTo(after) ? [] : [subjects.link(id)]),
    ...(isDeepStrictEqual(ownerOf(before), ownerOf(after)) ? [] : [subjects.alias(id)]),
  ];
}

/**
 * Pages at former addresses, which name the article that they lead to. Where it comes back with another name, so fast
 * that nobody looked at an address meanwhile, the record there is what it was, and nothing else tells of it.
 */
export function pagesThatName(before: Before, after: After): string[] {
  if (before === undefined || after?.state !== 'live') return [];
  if (before.state === 'live' && before.card?.title === after.card?.title) return [];
  return (after.aliases ?? []).map(addressOf);
}

/** The pages that show the replies of an address that leads elsewhere, before and after it led somewhere else. */
export function pagesWithReplies(before: Before, after: After): { lost: string[]; won: string[] } {
  const [from, to] = [before, after].map((record) =>
    record?.redirect?.replies ? [addressOf(record.redirect.to)] : [],
  ) as [string[], string[]];
  return isDeepStrictEqual(from, to) ? { lost: [], won: [] } : { lost: from, won: to };
}

function claimOf(record: ArticleRecord | undefined) {
  if (!record?.aliases) return undefined;
  const { settingsRevision, state, seen, key, versionId, aliases, formerly } = record;
  return { settingsRevision, state, seen, key, versionId, aliases, formerly };
}

/** What a reader finds who follows a link to the address. */
function leadsTo(record: ArticleRecord | undefined): string {
  if (record?.state === 'moved') return `to ${record.redirect?.to}`;
  return record?.state === 'live' ? 'here' : 'nowhere';
}

/** Whose address it is: that of a file which stands there, or of one that was there before. */
function ownerOf(record: ArticleRecord | undefined) {
  return record?.key ?? record?.redirect;
}
