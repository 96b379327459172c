import { expect, it } from 'vitest';
import { MemoryComments } from '../../../functions/shared/memory-comments.ts';
import type { Reply } from '../../../functions/shared/model.ts';
import { commentsContract } from './comments-contract.ts';

commentsContract('replies in memory', (clock) => new MemoryComments(clock));

it('tells of each change what was before and after it', async () => {
  const changes: unknown[] = [];
  const comments = new MemoryComments(
    () => new Date('2026-11-24T12:00:00Z'),
    (change) => changes.push(change),
  );
  const reply: Reply = {
    article: '2026/11/harbour-wall',
    id: '01',
    name: 'Ada',
    text: 'Fine.',
    created: '2026-11-24T12:00:00.000Z',
    state: 'held',
    reasons: ['moderation'],
    decisions: [],
  };
  const decision = { from: 'held', to: 'approved', who: 'me', at: reply.created } as const;
  await comments.submit(reply, 'fingerprint');
  await comments.submit(reply, 'fingerprint');
  const after = await comments.decide(reply.article, reply.id, decision);
  expect(changes).toEqual([{ after: reply }, { before: reply, after }]);
});
