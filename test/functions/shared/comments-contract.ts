import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Comments } from '../../../functions/shared/comments.ts';
import type { Decision, Reply, ReplyState } from '../../../functions/shared/model.ts';

export type CommentsFactory = (clock: () => Date) => Comments | Promise<Comments>;

const hour = 60 * 60 * 1000;

/** 60 of it are more than one answer of DynamoDB holds, which is 1 MB. */
const long = 'x'.repeat(40_000);

/**
 * What every keeper of replies must do. Each fact uses articles of its own, so that it also holds for a table
 * that has other replies in it.
 */
export function commentsContract(name: string, create: CommentsFactory): void {
  describe(name, () => {
    let now: Date;
    let comments: Comments;
    let article: string;

    beforeEach(async () => {
      now = new Date();
      comments = await create(() => now);
      article = `2026/11/${randomUUID()}`;
    });

    function reply(overrides: Partial<Reply> = {}): Reply {
      return {
        article,
        id: '01JD0000000000000000000001',
        name: 'Ada',
        email: 'ada@example.org',
        website: 'https://example.org/',
        text: 'A *fine* wall.\r\n\r\nReally. 🌊',
        created: now.toISOString(),
        state: 'held',
        reasons: ['moderation'],
        decisions: [],
        ...overrides,
      };
    }

    function decision(from: ReplyState, to: ReplyState): Decision {
      return { from, to, who: 'moderator', at: now.toISOString(), why: 'polite' };
    }

    /** Stores replies with these ids and approves them. */
    async function approve(...ids: string[]) {
      for (const id of ids) {
        await comments.submit(reply({ id }), randomUUID());
        await comments.decide(article, id, decision('held', 'approved'));
      }
    }

    /** An index lags behind the table, so this asks until the answer is right or the deadline has come. */
    async function waiting(state: Exclude<ReplyState, 'approved'>, ids: string[]) {
      await expect
        .poll(
          async () => {
            const found = await comments.queue(state);
            return found.filter((one) => one.article === article).map((one) => one.id);
          },
          { timeout: 5_000 },
        )
        .toEqual(ids);
    }

    it('gives back a reply exactly as it was stored', async () => {
      const stored = reply({ parent: '01JD0000000000000000000000' });
      await comments.submit(stored, randomUUID());
      expect(await comments.find(article, stored.id)).toEqual(stored);
    });

    it('gives back a reply without e-mail, website and parent', async () => {
      const { email: _email, website: _website, ...stored } = reply();
      await comments.submit(stored, randomUUID());
      expect(await comments.find(article, stored.id)).toEqual(stored);
    });

    it('does not know a reply of another article', async () => {
      await comments.submit(reply(), randomUUID());
      expect(await comments.find(`${article}-two`, reply().id)).toBeUndefined();
    });

    it('answers a new reply as not repeated', async () => {
      expect(await comments.submit(reply(), randomUUID())).toEqual({
        reply: reply(),
        repeated: false,
      });
    });

    it('answers the earlier reply when the same fingerprint comes again within a day', async () => {
      const fingerprint = randomUUID();
      const first = reply();
      await comments.submit(first, fingerprint);
      now = new Date(now.getTime() + 23 * hour);
      const again = reply({ id: '01JD0000000000000000000002' });
      expect(await comments.submit(again, fingerprint)).toEqual({ reply: first, repeated: true });
      expect(await comments.find(article, again.id)).toBeUndefined();
    });

    it('takes the same words as a new reply after a day', async () => {
      const fingerprint = randomUUID();
      await comments.submit(reply(), fingerprint);
      now = new Date(now.getTime() + 25 * hour);
      const later = reply({ id: '01JD0000000000000000000002' });
      expect(await comments.submit(later, fingerprint)).toEqual({ reply: later, repeated: false });
      await waiting('held', [reply().id, later.id]);
    });

    it('answers the earlier reply in its present state', async () => {
      const fingerprint = randomUUID();
      await comments.submit(reply(), fingerprint);
      await comments.decide(article, reply().id, decision('held', 'spam'));
      const { reply: earlier } = await comments.submit(reply({ id: 'other' }), fingerprint);
      expect(earlier.state).toBe('spam');
    });

    it('stores one of many equal replies sent at the same moment', async () => {
      const fingerprint = randomUUID();
      const ids = ['1', '2', '3', '4', '5'];
      const answers = await Promise.all(
        ids.map((id) => comments.submit(reply({ id }), fingerprint)),
      );
      expect(answers.filter((answer) => !answer.repeated)).toHaveLength(1);
      expect(new Set(answers.map((answer) => answer.reply.id)).size).toBe(1);
      await waiting('held', [String(answers[0]?.reply.id)]);
    });

    it('lists the approved replies of an article, oldest first, and no others', async () => {
      await approve('03', '01');
      await comments.submit(reply({ id: '02' }), randomUUID());
      const approved = await comments.approved(article);
      expect(approved.map((one) => one.id)).toEqual(['01', '03']);
      expect(await comments.countApproved(article)).toBe(2);
    });

    it('has no approved replies for an article without any', async () => {
      expect(await comments.approved(article)).toEqual([]);
      expect(await comments.countApproved(article)).toBe(0);
    });

    it('does not mix up an article with one whose address begins alike', async () => {
      await approve('01');
      expect(await comments.approved(`${article}/two`)).toEqual([]);
      expect(await comments.approved(article.slice(0, -1))).toEqual([]);
    });

    it('counts and lists more replies than one answer of the database holds', async () => {
      const ids = Array.from({ length: 60 }, (_, index) => String(index).padStart(2, '0'));
      await Promise.all(
        ids.map((id) =>
          comments.submit(reply({ id, text: long, state: 'approved' }), randomUUID()),
        ),
      );
      expect((await comments.approved(article)).map((one) => one.id)).toEqual(ids);
      expect(await comments.countApproved(article)).toBe(60);
    });

    it('finds the approved replies among a flood of others', async () => {
      const flood = Array.from({ length: 60 }, (_, index) => `flood-${index}`);
      await approve('z-last');
      await Promise.all(
        flood.map((id, index) => {
          const state = index % 2 ? 'held' : 'spam';
          return comments.submit(reply({ id, text: long, state }), randomUUID());
        }),
      );
      await approve('a-first');
      await comments.submit(reply({ id: 'm-middle', state: 'approved' }), randomUUID());
      const found = await comments.approved(article);
      expect(found.map((one) => one.id)).toEqual(['a-first', 'm-middle', 'z-last']);
      expect(await comments.countApproved(article)).toBe(3);
    });

    it.each(['held', 'approved'] as const)(
      'has a reply that began as %s among the approved as long as it is',
      async (state) => {
        await comments.submit(reply({ state }), randomUUID());
        if (state === 'held') {
          await comments.decide(article, reply().id, decision('held', 'approved'));
        }
        const found = await comments.find(article, reply().id);
        expect(await comments.approved(article)).toEqual([found]);
        await comments.decide(article, reply().id, decision('approved', 'trash'));
        expect(await comments.approved(article)).toEqual([]);
        expect(await comments.countApproved(article)).toBe(0);
        await comments.decide(article, reply().id, decision('trash', 'approved'));
        expect(await comments.countApproved(article)).toBe(1);
      },
    );

    it('records each decision in order', async () => {
      await approve('01');
      const withdrawn = decision('approved', 'trash');
      const after = await comments.decide(article, '01', withdrawn);
      expect(after).toEqual(
        reply({
          id: '01',
          state: 'trash',
          decisions: [decision('held', 'approved'), withdrawn],
          revision: 2,
        }),
      );
      expect(await comments.find(article, '01')).toEqual(after);
    });

    it('leaves a reply alone that is no longer in the state the moderator saw', async () => {
      await approve('01');
      expect(await comments.decide(article, '01', decision('held', 'spam'))).toBeUndefined();
      expect((await comments.find(article, '01'))?.state).toBe('approved');
    });

    it('decides nothing about a reply that does not exist', async () => {
      expect(await comments.decide(article, '01', decision('held', 'approved'))).toBeUndefined();
      expect(await comments.find(article, '01')).toBeUndefined();
    });

    it('lets one of two moderators decide at the same moment', async () => {
      await comments.submit(reply(), randomUUID());
      const answers = await Promise.all([
        comments.decide(article, reply().id, decision('held', 'approved')),
        comments.decide(article, reply().id, decision('held', 'spam')),
      ]);
      expect(answers.filter((answer) => answer)).toHaveLength(1);
    });

    it('queues held replies, oldest first, until they are approved', async () => {
      await comments.submit(reply({ id: '02' }), randomUUID());
      await comments.submit(reply({ id: '01' }), randomUUID());
      await waiting('held', ['01', '02']);
      await comments.decide(article, '01', decision('held', 'approved'));
      await waiting('held', ['02']);
    });

    it('moves a reply from queue to queue', async () => {
      await approve('01');
      await comments.decide(article, '01', decision('approved', 'rejected'));
      await waiting('rejected', ['01']);
      await comments.decide(article, '01', decision('rejected', 'spam'));
      await waiting('rejected', []);
      await waiting('spam', ['01']);
    });

    it('answers no more of a queue than was asked for', async () => {
      for (const id of ['01', '02', '03']) await comments.submit(reply({ id }), randomUUID());
      await waiting('held', ['01', '02', '03']);
      expect(await comments.queue('held', 2)).toHaveLength(2);
    });

    it('adds a reply once', async () => {
      expect(await comments.add(reply({ state: 'approved' }))).toBe(true);
      expect(await comments.add(reply({ text: 'Other words.' }))).toBe(false);
      expect(await comments.approved(article)).toEqual([reply({ state: 'approved' })]);
    });

    it('replaces a reply, state and all, and counts the change', async () => {
      await approve('01');
      const [read] = (await comments.approved(article)) as [Reply];
      const after = await comments.replace({ ...read, text: 'Better.', state: 'trash' });
      expect(after).toEqual({ ...read, text: 'Better.', state: 'trash', revision: 2 });
      expect(await comments.find(article, '01')).toEqual(after);
      expect(await comments.approved(article)).toEqual([]);
    });

    it('replaces nothing that was changed since it was read, or is not there', async () => {
      await comments.submit(reply(), randomUUID());
      const read = reply();
      await comments.decide(article, read.id, decision('held', 'approved'));
      expect(await comments.replace({ ...read, text: 'Late.' })).toBeUndefined();
      expect(await comments.replace(reply({ id: 'nobody', revision: 3 }))).toBeUndefined();
      expect(await comments.replace(reply({ id: 'nobody' }))).toBeUndefined();
      expect((await comments.find(article, read.id))?.text).toBe(read.text);
    });

    it('lets one of two replace at the same moment', async () => {
      await comments.submit(reply(), randomUUID());
      const answers = await Promise.all([
        comments.replace(reply({ text: 'One.' })),
        comments.replace(reply({ text: 'Two.' })),
      ]);
      expect(answers.filter((answer) => answer)).toHaveLength(1);
    });

    it('does not count what its writer removed, and still has it', async () => {
      await approve('01', '02');
      const read = (await comments.find(article, '01')) as Reply;
      await comments.replace({ ...read, text: '', removed: now.toISOString() });
      expect(await comments.countApproved(article)).toBe(1);
      expect((await comments.approved(article)).map(({ id }) => id)).toEqual(['01', '02']);
    });

    it('finds what one writer wrote, by e-mail or by where it came from', async () => {
      const email = `${randomUUID()}@Example.org`;
      const from = randomUUID();
      await comments.add(reply({ id: '02', email, from }));
      await comments.add(reply({ id: '01', email: email.toUpperCase(), state: 'spam' }));
      const { email: _email, ...without } = reply({ id: '03', from });
      await comments.add(without);
      const ids = async (writer: string) =>
        (await comments.byWriter(writer)).map((each) => each.id);
      await expect.poll(() => ids(email.toLowerCase()), { timeout: 5_000 }).toEqual(['01', '02']);
      await expect.poll(() => ids(from), { timeout: 5_000 }).toEqual(['03']);
      expect(await comments.byWriter(email.toLowerCase(), 1)).toHaveLength(1);
    });

    it('goes through all replies and nothing else', async () => {
      await approve('01', '02');
      await comments.add(reply({ id: '03', state: 'spam' }));
      const found: string[] = [];
      for await (const each of comments.every()) if (each.article === article) found.push(each.id);
      expect(found.sort()).toEqual(['01', '02', '03']);
    });
  });
}
