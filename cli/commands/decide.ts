import { userInfo } from 'node:os';
import type { Command } from 'commander';
import type { ReplyState } from '../../functions/shared/model.ts';
import { Failure } from '../failure.ts';
import { findNewsroom } from '../newsroom/find-newsroom.ts';
import { findReplies } from '../newsroom/find-reply.ts';
import {
  type By,
  concernsPage,
  type Decided,
  decide,
  untilPageFollows,
  urlOf,
} from '../newsroom/moderate.ts';
import type { Desk } from '../newsroom/newsroom.ts';
import { firstWords, printableJson } from '../newsroom/reply-words.ts';
import { type Terminal, terminal } from '../terminal.ts';

/** The commands that decide, and what a reply is after each. */
export const verbs = {
  approve: 'approved',
  reject: 'rejected',
  spam: 'spam',
  trash: 'trash',
} as const satisfies Record<string, ReplyState>;

const explained: Record<keyof typeof verbs, string> = {
  approve: 'publish replies',
  reject: 'do not publish replies, or withdraw published ones',
  spam: 'mark replies as spam',
  trash: 'put replies into the trash',
};

type Options = { who: string; why?: string; wait: boolean; json: boolean; stack?: string };

export function addDecisions(replies: Command): void {
  for (const verb of Object.keys(verbs) as (keyof typeof verbs)[]) {
    replies
      .command(verb)
      .description(explained[verb])
      .argument('<id...>', 'ids, beginnings of ids, or addresses of published replies')
      .option('--why <text>', 'the reason, kept with the decision')
      .option('--who <name>', 'who decides', loginName())
      .option('--no-wait', 'do not wait for the pages')
      .option('--json', 'print what became of each reply as JSON', false)
      .option('--stack <name>', 'a deployed stack instead of the platform here')
      .addHelpText('after', `\nExample:\n  npx galley replies ${verb} 01k9zs --why "as agreed"`)
      .action(async (ids: string[], { who, why, wait, json, stack }: Options) => {
        if (who.trim() === '')
          throw new Failure('--who needs a name: it is kept with the decision.');
        const by = { who, at: new Date().toISOString(), ...(why ? { why } : {}) };
        const desk = await findNewsroom(stack);
        process.exitCode = await decideReplies(
          desk,
          ids,
          verbs[verb],
          { by, wait, json },
          terminal,
        );
      });
  }
}

/**
 * Decides about replies and waits for their pages. When one of the ids is wrong, nothing is decided.
 *
 * @returns the exit status: 0 done, 1 when somebody decided otherwise meanwhile, 2 when a page does not follow
 */
export async function decideReplies(
  desk: Desk,
  ids: string[],
  to: ReplyState,
  {
    by,
    wait,
    json = false,
    deadline,
  }: { by: By; wait: boolean; json?: boolean; deadline?: number },
  { print, say }: Terminal,
): Promise<0 | 1 | 2> {
  const decided: Decided[] = [];
  for (const reply of await findReplies(desk, ids)) {
    const each = await decide(desk, reply, to, by);
    if (!json) say(sentence(each));
    decided.push(each);
  }
  let late = false;
  for (const each of decided.filter(concernsPage)) {
    if (each.outcome === 'overtaken') continue;
    const following = wait ? await untilPageFollows(desk, each.reply, deadline) : 'follows';
    if (following === 'unseen') say(`/${each.reply.article}/ is not live, or shows no replies.`);
    else if (!json) print(await urlOf(desk, each.reply));
    if (following !== 'late') continue;
    late = true;
    say(
      `Recorded, but the page does not ${each.reply.state === 'approved' ? 'show it yet' : 'leave it out yet'}. It may still come; if not, "npx galley rebuild" renders all pages again.`,
    );
  }
  if (json)
    print(printableJson(await Promise.all(decided.map((each) => decisionData(desk, each)))));
  if (decided.some(({ outcome }) => outcome === 'overtaken')) return 1;
  return late ? 2 : 0;
}

async function decisionData(desk: Desk, { outcome, reply, from }: Decided) {
  const { id, article, state, decisions } = reply;
  const url = await urlOf(desk, reply);
  return { id, article, from, state, outcome, url, decision: decisions.at(-1) };
}

/** What happened, to which reply: a moderator who gave only a few letters of an id sees what they meant. */
function sentence({ outcome, reply, from }: Decided): string {
  const { id, name, text, article, state, decisions } = reply;
  const which = `${id} by ${firstWords(name, 40)} to /${article}/: “${firstWords(text, 60)}”`;
  const last = decisions.at(-1);
  const before = last ? ` by ${firstWords(last.who, 40)} at ${last.at}` : '';
  if (outcome === 'moved') return `${from} → ${state}  ${which}`;
  if (outcome === 'already') return `already ${state}${before}, nothing to do  ${which}`;
  return `not done: it was ${from}, and is ${state}${before} since  ${which}`;
}

function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    // Containers often run as a user without a name.
    return process.env.USER ?? 'moderator';
  }
}
