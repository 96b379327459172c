import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eachMessage } from '../../../functions/shared/each-message.ts';

/** As much of an SQS event as counts here; test/fixtures/events has whole ones. */
function batch(...bodies: string[]): SQSEvent {
  const records = bodies.map((body, index) => ({ messageId: `m${index}`, body }));
  return { Records: records as SQSRecord[] };
}

describe('a batch of messages', () => {
  const taken: string[] = [];
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const handler = eachMessage(async (body) => {
    taken.push(body);
    if (body.startsWith('bad')) throw new Error(`${body} is not what it should be`);
  });

  beforeEach(() => {
    taken.length = 0;
  });

  afterEach(() => log.mockClear());

  it('gives back only those that failed', async () => {
    const { batchItemFailures } = await handler(batch('good', 'bad', 'fine'));
    expect(batchItemFailures).toEqual([{ itemIdentifier: 'm1' }]);
    expect(taken).toEqual(['good', 'bad', 'fine']);
  });

  it('fails as a whole when all of it failed, so that the alarm for errors hears of it', async () => {
    await expect(handler(batch('bad', 'bad too'))).rejects.toThrow();
  });

  it('takes messages that say the same once', async () => {
    await handler(batch('page', 'page', 'other', 'page'));
    expect(taken).toEqual(['page', 'other']);
  });

  it('gives back each of several that say the same and fail', async () => {
    const { batchItemFailures } = await handler(batch('bad', 'good', 'bad'));
    expect(batchItemFailures).toEqual([{ itemIdentifier: 'm0' }, { itemIdentifier: 'm2' }]);
  });

  it('takes a message again in the next batch', async () => {
    await handler(batch('page'));
    await handler(batch('page'));
    expect(taken).toEqual(['page', 'page']);
  });

  it('says in the log which message failed and why', async () => {
    await handler(batch('good', 'bad'));
    expect(log.mock.calls[0]?.join(' ')).toMatch(/m1 failed: bad.*not what it should be/);
  });
});
