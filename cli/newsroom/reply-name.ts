import { Failure } from '../failure.ts';

/** How a moderator names a reply. `id` may be only the beginning of one; `article` is known from a permalink. */
export type ReplyName = { typed: string; id: string; article?: string };

/** Characters of a whole id: a ULID (https://github.com/ulid/spec). */
const wholeId = 26;

/** Six characters tell some four minutes apart, which is seldom ambiguous and can still be typed. */
const leastOfId = 6;

/** @throws Failure for what cannot be an id */
export function replyName(typed: string): ReplyName {
  const hash = typed.indexOf('#');
  const id = typed
    .slice(hash + 1)
    .replace(/^reply-/i, '')
    .toUpperCase();
  if (!/^[0-9A-HJKMNP-TV-Z]+$/.test(id) || id.length > wholeId) {
    throw new Failure(`${typed} names no reply.`, {
      advice:
        '"npx galley replies" lists the ids; the date of a published reply links to its address.',
    });
  }
  if (id.length < leastOfId) {
    throw new Failure(`${typed} is too short to name one reply.`, {
      advice: `Give at least the first ${leastOfId} characters of its id.`,
    });
  }
  return { typed, id, ...(hash > 0 ? { article: articleId(typed.slice(0, hash)) } : {}) };
}

/** The id of an article, given as that, as the address of its page or as the name of its file. */
export function articleId(typed: string): string {
  const path = URL.canParse(typed) ? decodeURIComponent(new URL(typed).pathname) : typed;
  return path
    .replace(/^\/+|\/+$|\/index\.html$/g, '')
    .replace(/^(?:articles|pages)\/(.+)\.md$/, '$1');
}

export function isWhole({ id }: ReplyName): boolean {
  return id.length === wholeId;
}
