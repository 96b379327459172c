import type { Decision, Reply, ReplyState } from './model.ts';

/** Where replies live: the second of the two truths. DynamoDB in the stack, memory in tests. */
export interface Comments {
  /** Approved replies of an article, oldest first. */
  approved(article: string): Promise<Reply[]>;
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
}
