/** Names of the comments table that infrastructure, functions and the CLI agree on. Imports nothing, as `layout.ts`. */

/** Keys in the comments table. */
export const commentKeys = {
  reply: (article: string, id: string) => ({ pk: `ARTICLE#${article}`, sk: `REPLY#${id}` }),
  seen: (fingerprint: string) => ({ pk: `SEEN#${fingerprint}`, sk: 'SEEN' }),
  secret: (name: string) => ({ pk: 'SECRETS', sk: name }),
} as const;

/**
 * Sparse indexes of the comments table, each named as the attribute that puts a reply into it. `queue` is the
 * moderation queue: by state, oldest first. `approved` holds what readers see: by article, oldest first.
 */
export const queueIndex = 'queue';
export const approvedIndex = 'approved';

/** All replies that say or show who wrote them, by writer: an e-mail address, or the hash of a network address. */
export const writerIndex = 'writer';
