import { setTimeout as delay } from 'node:timers/promises';
import colors from 'picocolors';
import type { Reply } from '../../functions/shared/model.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { firstWords } from '../newsroom/reply-words.ts';
import type { Progress } from '../progress.ts';

/** Tells of each reply that waits for a decision, once, with the command that takes it. Ends with the signal. */
export async function watchReplies(
  { comments }: Newsroom,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  const told = new Set<string>();
  while (!signal.aborted) {
    // A moment without an answer is no news here; the next round asks again.
    const held = await comments.queue('held', 200).catch(() => []);
    for (const reply of held.filter(({ id }) => !told.has(id))) {
      told.add(reply.id);
      progress.say(announcement(reply));
    }
    await delay(1000, undefined, { signal }).catch(() => {});
  }
}

export function announcement(reply: Reply): string {
  const why = reply.reasons.length > 0 ? ` (${reply.reasons.join(', ')})` : '';
  return [
    `${colors.bold('Reply')} by ${firstWords(reply.name, 40)} to /${reply.article}/${why}: “${firstWords(reply.text, 80)}”`,
    `  npx galley replies approve ${reply.id}`,
  ].join('\n');
}
