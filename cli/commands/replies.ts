import { type Command, InvalidArgumentError, Option } from 'commander';
import { nearest } from '../../functions/ingest/suggest.ts';
import type { Reply, ReplyState } from '../../functions/shared/model.ts';
import { Failure } from '../failure.ts';
import { findNewsroom } from '../newsroom/find-newsroom.ts';
import { findReplies, indexed } from '../newsroom/find-reply.ts';
import type { Desk } from '../newsroom/newsroom.ts';
import { count } from '../newsroom/problem-words.ts';
import { articleId } from '../newsroom/reply-name.ts';
import { replyData, replyTable, replyText } from '../newsroom/reply-table.ts';
import { printableJson } from '../newsroom/reply-words.ts';
import { addressesWith } from '../newsroom/shown-at.ts';
import { type Terminal, terminal } from '../terminal.ts';
import { addDecisions, verbs } from './decide.ts';

type ListOptions = { state: ReplyState; article?: string; limit: number; json: boolean };
type ShowOptions = { json: boolean };
type At = { now: Date; width?: number };

const stackOption = ['--stack <name>', 'a deployed stack instead of the platform here'] as const;

export function addReplies(program: Command): void {
  const replies = program.command('replies').description('read replies and decide about them');
  const states = new Option('--state <state>', 'which ones').choices([...indexed, 'approved']);
  replies
    .command('list', { isDefault: true })
    .description('list replies, oldest first')
    .argument('[word...]')
    .addOption(states.default('held'))
    .option('--article <article>', 'only those to one article; approved ones need it')
    .option('--limit <number>', 'at most so many', positive, 100)
    .option('--json', 'print them as JSON', false)
    .option(...stackOption)
    .action(async ([word]: string[], options: ListOptions & { stack?: string }) => {
      if (word !== undefined) throw unknownVerb(word);
      const at = { now: new Date(), width: process.stdout.columns };
      await listReplies(await findNewsroom(options.stack), options, terminal, at);
    });
  replies
    .command('show')
    .description('print whole replies, with the e-mail, the reasons and the decisions')
    .argument('<id...>', 'ids, beginnings of ids, or addresses of published replies')
    .option('--json', 'print them as JSON', false)
    .option(...stackOption)
    .action(async (ids: string[], options: ShowOptions & { stack?: string }) => {
      await showReplies(await findNewsroom(options.stack), ids, options, terminal, {
        now: new Date(),
      });
    });
  addDecisions(replies);
}

export async function listReplies(
  desk: Pick<Desk, 'catalog' | 'comments'>,
  { state, article, limit, json }: ListOptions,
  { print, say }: Terminal,
  { now, width }: At,
): Promise<void> {
  const addresses = article ? await addressesWith(desk, articleId(article)) : undefined;
  const all = await repliesIn(desk.comments, state, addresses, limit);
  const replies = all.slice(0, limit);
  if (json) return print(printableJson(replies.map(replyData)));
  if (replies.length === 0) return say(`No reply is ${inState[state]}.`);
  print(replyTable(replies, now, width ?? 120));
  say(`\n${count(replies.length, 'reply', 'replies')} ${inState[state]}.`);
  if (all.length > limit) say(`There are more: --limit ${limit * 10} shows them.`);
  say(`Read one:  npx galley replies show ID\nDecide:    npx galley replies approve ID`);
}

export async function showReplies(
  desk: Desk,
  ids: string[],
  { json }: ShowOptions,
  { print }: Terminal,
  { now }: At,
): Promise<void> {
  const replies = await findReplies(desk, ids);
  if (json) print(printableJson(replies));
  else print(replies.map((reply) => replyText(reply, now)).join('\n'));
}

const inState: Record<ReplyState, string> = {
  held: 'held',
  approved: 'approved',
  rejected: 'rejected',
  spam: 'spam',
  trash: 'in the trash',
};

/** One more than the limit, to tell whether there are more. */
async function repliesIn(
  comments: Desk['comments'],
  state: ReplyState,
  addresses: string[] | undefined,
  limit: number,
): Promise<Reply[]> {
  if (state !== 'approved') {
    const waiting = await comments.queue(state, addresses ? Infinity : limit + 1);
    return waiting.filter(({ article }) => !addresses || addresses.includes(article));
  }
  if (addresses) {
    const found = await Promise.all(addresses.map((address) => comments.approved(address)));
    return found.flat().sort((one, other) => (one.id < other.id ? -1 : 1));
  }
  throw new Failure('Approved replies are stored with their articles, so name one.', {
    advice: 'For example: npx galley replies --state approved --article 2026/11/harbour-wall',
  });
}

function unknownVerb(word: string): Failure {
  const known = [...Object.keys(verbs), 'show', 'list'];
  if (known.includes(word)) {
    return new Failure(`galley: options go after "${word}".`, {
      advice: `For example: npx galley replies ${word} --stack Galley …`,
    });
  }
  const meant = nearest(word, known);
  return new Failure(`galley: unknown command 'replies ${word}'`, {
    advice: meant
      ? `Did you mean "npx galley replies ${meant}"?`
      : `There are: ${known.join(', ')}.`,
  });
}

function positive(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('It must be a whole number above 0.');
}
