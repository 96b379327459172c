import { siteKey } from '../../functions/shared/layout.ts';
import {
  addressOf,
  type Decision,
  type Reply,
  type ReplyState,
  replyRuleOf,
} from '../../functions/shared/model.ts';
import type { Desk } from './newsroom.ts';
import { shownAt } from './shown-at.ts';
import { until } from './until.ts';

/** Who decides, when (ISO 8601, UTC) and why. */
export type By = Pick<Decision, 'who' | 'at' | 'why'>;

/**
 * `already`: it is in that state, and nothing was recorded. `overtaken`: somebody decided otherwise since it was
 * read. `reply` is the present one, `from` the state it was found in.
 */
export type Decided = {
  outcome: 'moved' | 'already' | 'overtaken';
  reply: Reply;
  from: ReplyState;
};

/** Moves a reply to another state, unless somebody else moved it meanwhile. */
export async function decide(
  { comments }: Pick<Desk, 'comments'>,
  reply: Reply,
  to: ReplyState,
  by: By,
): Promise<Decided> {
  const { article, id, state: from } = reply;
  if (from === to) return { outcome: 'already', reply, from };
  const moved = await comments.decide(article, id, { to, from, ...by });
  if (moved) return { outcome: 'moved', reply: moved, from };
  const present = (await comments.find(article, id)) ?? reply;
  return { outcome: present.state === to ? 'already' : 'overtaken', reply: present, from };
}

/** Whether a page shows the reply, or showed it before. */
export function concernsPage({ from, reply }: Decided): boolean {
  return from === 'approved' || reply.state === 'approved';
}

export type Following = 'follows' | 'late' | 'unseen';

/**
 * Waits until the article's page shows the reply, or no longer does.
 *
 * @param deadline milliseconds
 * @returns `unseen` when no page shows it anyway: the article is not live, or shows no replies
 */
export async function untilPageFollows(
  desk: Desk,
  { article, id, state }: Reply,
  deadline = 60_000,
): Promise<Following> {
  const answer = await until(
    async () => {
      const shown = await shownAt(desk, article);
      if (!(await showsReplies(desk, shown))) return 'unseen';
      const page = await desk.site.get(siteKey(addressOf(shown)));
      const isShown = Buffer.from(page?.body ?? []).includes(`id="reply-${id}"`);
      return isShown === (state === 'approved') ? 'follows' : undefined;
    },
    { deadline, every: 100 },
  );
  return answer ?? 'late';
}

async function showsReplies({ catalog }: Desk, article: string): Promise<boolean> {
  const record = await catalog.article(article);
  if (record?.state !== 'live') return false;
  return replyRuleOf(record, (await catalog.settings()).settings) !== 'off';
}

/** Address of a reply that is published, else of the page it belongs to. */
export async function urlOf(desk: Desk, { article, id, state }: Reply): Promise<string> {
  const page = `${desk.facts.siteUrl}/${addressOf(await shownAt(desk, article))}`;
  return state === 'approved' ? `${page}#reply-${id}` : page;
}
