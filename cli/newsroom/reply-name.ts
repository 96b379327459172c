import { Failure } from '../failure.ts';

/** How a moderator names a reply. `id` may be only the beginning of one; `article` is known from a permalink. */
export type ReplyName = { typed: string; id: string; article?: string };

/** Characters of a whole id: a ULID (https://github.com/ulid/spec). */
const wholeId = 26;

/**
 * The first ten characters are the time in milliseconds, five bits each. So replies that came within the same 2^20 of
 * them, 17 minutes, share six characters: then more must be typed, and the command shows which ones fit.
 */
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

/**
 * The id of an article, given as that, as the address of its page or as the name of its file.
 *
 * @throws Failure for an address that no page can have
 */
export function articleId(typed: string): string {
  const path = URL.canParse(typed) ? decoded(typed) : typed;
  return path
    .replace(/^\/+|\/+$|\/index\.html$/g, '')
    .replace(/^(?:articles|pages)\/(.+)\.md$/, '$1');
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(new URL(address).pathname);
  } catch (cause) {
    throw new Failure(`${address} is not the address of a page: its percent signs are broken.`, {
      advice: 'Copy the address again as a whole, or give the id instead.',
      cause,
    });
  }
}

export function isWhole({ id }: ReplyName): boolean {
  return id.length === wholeId;
}
