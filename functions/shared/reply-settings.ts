/** What becomes of a reply that a check finds fault with. `confirm`: its writer is asked to look at it once more. */
export type CheckOutcome = 'approve' | 'confirm' | 'hold' | 'spam' | 'reject';

/** What a newsroom can choose to happen; only knowing the writer can approve. */
export type Fault = Exclude<CheckOutcome, 'approve'>;

/** What a check does when it finds something, and its numbers. False: it is turned off. */
type Turned<Numbers extends string = never> = false | ({ outcome: Fault } & Record<Numbers, number>);

/** By the names of the checks, which stand in reasons too. Of what the numbers mean, docs/moderators.md tells. */
export type CheckSettings = {
  length: Turned<'least' | 'most'>;
  trap: Turned;
  banned: Turned;
  /** Words and phrases as the newsroom writes them. */
  'words-reject': string[];
  'words-hold': string[];
  'too-fast': Turned<'seconds'>;
  flood: Turned<'most'>;
  'seen-before': Turned<'words'>;
  links: Turned<'most'>;
  capitals: Turned<'percent'>;
  'first-reply': Turned;
};

export type CheckName = keyof CheckSettings;

/** The group `replies` of `site.yaml`, beside the rule itself. */
export type ReplySettings = {
  /** Answers to answers are set in down to this depth, 1 to 10; those below stand beside what they answer. */
  depth: number;
  /** Days after its date in which an article takes replies; missing: without end. */
  closeAfter?: number;
  /** `known`: whoever had a reply approved before is not held, unless a check finds something. */
  approve: 'never' | 'known';
  checks: CheckSettings;
};

/** In the order in which they look at a reply. */
export const defaultChecks: CheckSettings = {
  length: { outcome: 'reject', least: 1, most: 10_000 },
  trap: { outcome: 'reject' },
  banned: { outcome: 'spam' },
  'words-reject': [],
  'words-hold': [],
  'too-fast': { outcome: 'confirm', seconds: 5 },
  flood: { outcome: 'hold', most: 10 },
  'seen-before': { outcome: 'hold', words: 5 },
  links: { outcome: 'hold', most: 2 },
  capitals: { outcome: 'hold', percent: 70 },
  'first-reply': { outcome: 'hold' },
};

export const defaultReplySettings: ReplySettings = {
  depth: 5,
  approve: 'never',
  checks: defaultChecks,
};
