/** A reply as data: what readers and moderators did to it. Plain JSON, as it is stored. */

export type ReplyRule = 'open' | 'closed' | 'off';

export type ReplyState = 'held' | 'approved' | 'rejected' | 'spam' | 'trash';

/** One decision of a moderator, kept for ever. `at` is an ISO 8601 instant in UTC. */
export type Decision = { to: ReplyState; from: ReplyState; who: string; at: string; why?: string };

/** What a reply said until then. `at` is an ISO 8601 instant in UTC, `who` a moderator, or missing: its writer. */
export type Edit = { at: string; who?: string; text: string };

/** A reply as stored: text exactly as typed. E-mail and `from` never leave the comments table but for moderators. */
export type Reply = {
  article: string;
  /** ULID, so replies sort by the time they came in. */
  id: string;
  parent?: string;
  name: string;
  email?: string;
  website?: string;
  text: string;
  /** ISO 8601 instant in UTC. */
  created: string;
  state: ReplyState;
  /** Why the checks left it in its first state, for the moderator. */
  reasons: string[];
  decisions: Decision[];
  /** Grows with each change after the first; the compare-and-set token. Missing: nothing changed yet. */
  revision?: number;
  /** Keyed hash of the network address that it came from; cannot be compared any more when its key is gone. */
  from?: string;
  /** Written by the newsroom itself, who signed in for it. */
  staff?: true;
  /** Chosen by a moderator to stand out. */
  featured?: true;
  /** Earlier texts, the oldest first. */
  edits?: Edit[];
  /**
   * When its writer removed it: name, text and all that was personal are gone. An approved one keeps its place while
   * somebody answered it; counts leave it out.
   */
  removed?: string;
  /** The writer wishes to hear of answers; nothing is sent before the address was confirmed. */
  notify?: 'asked' | 'confirmed';
};
