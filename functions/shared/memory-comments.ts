import type { Comments } from './comments.ts';
import type { Decision, Reply, ReplyState } from './model.ts';
import { repeatsUntil } from './repeats.ts';
import { writerOf } from './reply-row.ts';

/** Called after each stored reply, as the table's stream would be. */
export type ReplyListener = (change: { before?: Reply; after: Reply }) => void;

/** The comments in memory, for tests, benchmarks and screenshots. */
export class MemoryComments implements Comments {
  readonly #replies = new Map<string, Reply>();
  readonly #seen = new Map<string, { key: string; expires: number }>();
  readonly #clock: () => Date;
  readonly #changed: ReplyListener;

  constructor(clock: () => Date, changed: ReplyListener = () => {}) {
    this.#clock = clock;
    this.#changed = changed;
  }

  async approved(article: string): Promise<Reply[]> {
    return this.#oldestFirst().filter(
      (reply) => reply.article === article && reply.state === 'approved',
    );
  }

  async countApproved(article: string): Promise<number> {
    return (await this.approved(article)).filter(({ removed }) => !removed).length;
  }

  async find(article: string, id: string) {
    return this.#replies.get(keyOf({ article, id }));
  }

  async submit(reply: Reply, fingerprint: string) {
    const now = this.#clock();
    const seen = this.#seen.get(fingerprint);
    const earlier = seen && seen.expires > now.getTime() ? this.#replies.get(seen.key) : undefined;
    if (earlier) return { reply: earlier, repeated: true };
    this.#seen.set(fingerprint, { key: keyOf(reply), expires: repeatsUntil(now).getTime() });
    this.#replies.set(keyOf(reply), reply);
    this.#changed({ after: reply });
    return { reply, repeated: false };
  }

  async decide(article: string, id: string, decision: Decision) {
    // Nothing is awaited between reading and writing, so two decisions cannot both see the old state.
    const before = this.#replies.get(keyOf({ article, id }));
    if (before?.state !== decision.from) return undefined;
    const decisions = [...before.decisions, decision];
    return this.#change(before, { ...before, state: decision.to, decisions });
  }

  async add(reply: Reply) {
    if (this.#replies.has(keyOf(reply))) return false;
    this.#replies.set(keyOf(reply), reply);
    this.#changed({ after: reply });
    return true;
  }

  async replace(reply: Reply) {
    const before = this.#replies.get(keyOf(reply));
    return before?.revision === reply.revision && before ? this.#change(before, reply) : undefined;
  }

  async byWriter(writer: string, limit = Infinity) {
    return this.#oldestFirst()
      .filter((reply) => writerOf(reply) === writer)
      .slice(0, limit);
  }

  async *every() {
    yield* this.#oldestFirst();
  }

  async queue(state: Exclude<ReplyState, 'approved'>, limit = Infinity): Promise<Reply[]> {
    return this.#oldestFirst()
      .filter((reply) => reply.state === state)
      .slice(0, limit);
  }

  #change(before: Reply, reply: Reply): Reply {
    const after = { ...reply, revision: (before.revision ?? 0) + 1 };
    this.#replies.set(keyOf(after), after);
    this.#changed({ before, after });
    return after;
  }

  #oldestFirst(): Reply[] {
    return [...this.#replies.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  }
}

function keyOf({ article, id }: Pick<Reply, 'article' | 'id'>): string {
  return `${article}#${id}`;
}
