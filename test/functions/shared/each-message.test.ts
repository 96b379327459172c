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
  const work = eachMessage(async (body) => {
    taken.push(body);
    if (body.startsWith('bad')) throw new Error(`${body} is not what it should be`);
    if (body.startsWith('endless')) await new Promise(() => {});
  });

  /** @param left milliseconds until Lambda ends the invocation */
  function handler(event: SQSEvent, left = 30_000) {
    return work(event, { getRemainingTimeInMillis: () => left });
  }

  beforeEach(() => {
    taken.length = 0;
  });

  afterEach(() => {
    log.mockClear();
    vi.useRealTimers();
  });

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

  it('gives back only those that are not finished when the time is nearly up', async () => {
    const { batchItemFailures } = await handler(batch('good', 'endless', 'fine', 'endless'), 2_000);
    expect(batchItemFailures).toEqual([{ itemIdentifier: 'm1' }, { itemIdentifier: 'm3' }]);
    expect(log.mock.calls[0]?.join(' ')).toMatch(/m1 failed: endless.*not finished in time/);
  });

  it('gives up two seconds before Lambda does and not earlier', async () => {
    vi.useFakeTimers();
    const ended = vi.fn();
    void handler(batch('good', 'endless'), 30_000).then(ended);
    await vi.advanceTimersByTimeAsync(27_999);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toHaveBeenCalledOnce();
  });

  it('watches the clock no longer than it works', async () => {
    vi.useFakeTimers();
    await handler(batch('good', 'bad'));
    await expect(handler(batch('bad'))).rejects.toThrow();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('says in the log which message failed and why', async () => {
    await handler(batch('good', 'bad'));
    expect(log.mock.calls[0]?.join(' ')).toMatch(/m1 failed: bad.*not what it should be/);
  });
});
