import type { Reply, ReplyState } from '../../functions/shared/model.ts';
import { approvedReplies } from '../../functions/shared/moved-replies.ts';
import { Failure } from '../failure.ts';
import type { Desk } from './newsroom.ts';
import { isWhole, type ReplyName, replyName } from './reply-name.ts';
import { firstWords } from './reply-words.ts';
import { addressesWith } from './shown-at.ts';

type Shelf = Pick<Desk, 'catalog' | 'comments'>;

/** Of a permalink, with all places where the reply can lie. */
type Name = ReplyName & { addresses?: string[] };

export const indexed = ['held', 'rejected', 'spam', 'trash'] as const satisfies ReplyState[];

/** So many articles are asked for their replies at once. */
const atOnce = 10;

/**
 * The replies that a moderator names, in that order.
 *
 * The table is sorted by article, so an id alone is looked for: first among what waits or was put away, then, one
 * article after the other, among the approved ones of all live articles that have any. A beginning of an id always
 * takes the whole search, because it could fit several. A permalink needs none.
 *
 * @param typed ids, beginnings of ids (at least six characters), permalinks
 * @throws Failure when one of them fits no reply, or several
 */
export async function findReplies(shelf: Shelf, typed: string[]): Promise<Reply[]> {
  const names = await Promise.all(typed.map((each) => addressed(shelf, replyName(each))));
  const found = new Map<string, Reply>();
  const search = async (place: AsyncIterable<Reply>) => {
    for await (const reply of place) {
      if (names.some((name) => fits(reply, name))) found.set(`${reply.article}#${reply.id}`, reply);
    }
  };
  const queues = indexed.map((state) => queued(shelf, state));
  for (const place of [named(shelf, names), ...queues, approved(shelf, (count) => count > 0)]) {
    await search(place);
    if (names.every((name) => isWhole(name) && matches(found, name).length > 0)) break;
  }
  // The count of an article follows a decision only a moment later.
  if (names.some((name) => matches(found, name).length === 0)) {
    await search(approved(shelf, (count) => count === 0));
  }
  return Promise.all(names.map((name) => present(shelf, only(name, matches(found, name)))));
}

/** A reply may have been written at a former address of the article that shows it. */
async function addressed(shelf: Shelf, name: ReplyName): Promise<Name> {
  if (name.article === undefined) return name;
  return { ...name, addresses: await addressesWith(shelf, name.article) };
}

/** A permalink says where to look. */
async function* named({ comments }: Shelf, names: Name[]): AsyncIterable<Reply> {
  for (const { addresses = [], id } of names) {
    const found = await Promise.all(addresses.map((address) => comments.find(address, id)));
    const [reply] = found.filter((each) => each !== undefined);
    if (reply) yield reply;
    else yield* (await Promise.all(addresses.map((each) => comments.approved(each)))).flat();
  }
}

async function* queued({ comments }: Shelf, state: (typeof indexed)[number]): AsyncIterable<Reply> {
  yield* await comments.queue(state);
}

async function* approved(
  { catalog, comments }: Shelf,
  wanted: (replyCount: number) => boolean,
): AsyncIterable<Reply> {
  let articles: string[] = [];
  const shown = async (id: string) =>
    approvedReplies(catalog, comments, (await catalog.article(id)) ?? { id });
  const read = async () => (await Promise.all(articles.map(shown))).flat();
  for await (const card of catalog.everyCard()) {
    if (wanted(card.replyCount)) articles.push(card.id);
    if (articles.length < atOnce) continue;
    yield* await read();
    articles = [];
  }
  yield* await read();
}

function fits({ article, id }: Reply, name: Name): boolean {
  return id.startsWith(name.id) && (name.addresses?.includes(article) ?? true);
}

function matches(found: Map<string, Reply>, name: Name): Reply[] {
  return [...found.values()].filter((reply) => fits(reply, name));
}

function only({ typed }: ReplyName, replies: Reply[]): Reply {
  const [reply, ...others] = replies;
  if (!reply) {
    throw new Failure(`No reply is called ${typed}.`, {
      advice:
        'Check the id. An approved reply to an article that is not live any more is only found by its permalink.',
      exitCode: 1,
    });
  }
  if (others.length === 0) return reply;
  const lines = replies.map(
    ({ id, name, text }) => `  ${id}  ${firstWords(`${name}: ${text}`, 60)}`,
  );
  throw new Failure(`${typed} fits ${replies.length} replies:`, {
    where: lines.join('\n'),
    advice: 'Give more of the id.',
    exitCode: 1,
  });
}

/** The index that is searched follows the table a little later. */
async function present({ comments }: Shelf, reply: Reply): Promise<Reply> {
  return (await comments.find(reply.article, reply.id)) ?? reply;
}
