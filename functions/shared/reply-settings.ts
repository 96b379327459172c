/** What becomes of a reply that a check finds fault with. `confirm`: its writer is asked to look at it once more. */
export type CheckOutcome = 'approve' | 'confirm' | 'hold' | 'spam' | 'reject';

/** The group `replies` of `site.yaml`, beside the rule itself. */
export type ReplySettings = {
  /** Answers to answers are set in down to this depth, 1 to 10; those below stand beside what they answer. */
  depth: number;
  /** Days after its date in which an article takes replies; missing: without end. */
  closeAfter?: number;
};

export const defaultReplySettings: ReplySettings = { depth: 5 };
