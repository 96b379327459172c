import type { ArticleRecord, Settings } from './model.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * When an article stops taking replies: `closeAfter` days of 24 hours after its date. Undefined when it never does,
 * as one that says itself that its replies are open.
 */
export function closesAt(
  { card, replies }: Pick<ArticleRecord, 'card' | 'replies'>,
  { replySettings: { closeAfter } }: Pick<Settings, 'replySettings'>,
): Date | undefined {
  if (!card || replies !== undefined || closeAfter === undefined) return undefined;
  return new Date(Date.parse(card.date) + closeAfter * day);
}
