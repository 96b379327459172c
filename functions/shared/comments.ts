import type { Decision, Reply, ReplyState } from './model.ts';

/** Where replies live: the second of the two truths. DynamoDB in the stack, memory in tests. */
export interface Comments {
  /** Approved replies of an article, oldest first. */
  approved(article: string): Promise<Reply[]>;
  /** Without those that their writers removed. */
  countApproved(article: string): Promise<number>;
  find(article: string, id: string): Promise<Reply | undefined>;
  /**
   * Stores a reply once: if the same fingerprint was stored within the last day, nothing is written and the
   * earlier reply is answered.
   */
  submit(reply: Reply, fingerprint: string): Promise<{ reply: Reply; repeated: boolean }>;
  /** Moves a reply out of `decision.from`; answers undefined when it was no longer in that state. */
  decide(article: string, id: string, decision: Decision): Promise<Reply | undefined>;
  /** Replies in one state, oldest first, at most `limit`. `approved` is not indexed here. */
  queue(state: Exclude<ReplyState, 'approved'>, limit?: number): Promise<Reply[]>;
  /** Adds a reply that did not come through the form. False when there is one with this id already. */
  add(reply: Reply): Promise<boolean>;
  /**
   * Stores a reply in place of the one it was made from: `reply.revision` is the one that was read, and grows.
   *
   * @returns the reply as stored; undefined when it is not there, or was changed since it was read
   */
  replace(reply: Reply): Promise<Reply | undefined>;
  /** Replies of one writer (see `writerOf`), oldest first, at most `limit`; follows the table a little later. */
  byWriter(writer: string, limit?: number): Promise<Reply[]>;
  /** All there are, in no order. */
  every(): AsyncIterable<Reply>;
}
