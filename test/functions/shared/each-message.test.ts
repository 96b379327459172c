import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eachMessage } from '../../../functions/shared/each-message.ts';
import type { Batch } from '../../../functions/shared/messages.ts';

/** As much of an SQS event as counts here; test/fixtures/events has whole ones. */
function batch(...bodies: string[]): SQSEvent {
  const records = bodies.map((body, index) => ({ messageId: `m${index}`, body }));
  return { Records: records as SQSRecord[] };
}

describe('a batch of messages', () => {
  const told: boolean[] = [];
  const taken: string[] = [];
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const work = eachMessage(async (body, quiet) => {
    taken.push(body);
    told.push(quiet);
    if (body.startsWith('bad')) throw new Error(`${body} is not what it should be`);
    if (body.startsWith('endless')) await new Promise(() => {});
  });

  /** @param left milliseconds until Lambda ends the invocation */
  async function handler(event: SQSEvent | Batch, left = 30_000) {
    const answer = await work(event, { getRemainingTimeInMillis: () => left });
    return answer as SQSBatchResponse & Batch;
  }

  beforeEach(() => {
    taken.length = 0;
    told.length = 0;
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

  describe('that a rebuild sends', () => {
    const pages = (count: number) =>
      Array.from({ length: count }, (_, nth) => ({ page: `${nth}/` }));
    const inTime = (left: number) => ({ getRemainingTimeInMillis: () => left });
    const failure = (taking: typeof work, count: number, left: number): Promise<Error> =>
      taking({ messages: pages(count) }, inTime(left)).then(
        () => new Error('it did not fail'),
        (error: Error) => error,
      );

    it('is taken whole, as the queue would deliver it', async () => {
      await handler({ messages: pages(25) });
      expect(taken).toHaveLength(25);
      expect(taken[24]).toBe('{"page":"24/"}');
    });

    it('is worked on three messages at a time', async () => {
      let most = 0;
      let now = 0;
      const slow = eachMessage(async () => {
        now += 1;
        most = Math.max(most, now);
        await Promise.resolve();
        now -= 1;
      });
      await slow({ messages: pages(40) }, { getRemainingTimeInMillis: () => 30_000 });
      expect(most).toBe(3);
    });

    it('says which of its messages failed and why, when the others are done', async () => {
      const fails = eachMessage(async (body) => {
        taken.push(body);
        if (/"[13]\//.test(body)) throw new Error(`no version of ${body}`);
      });
      const { name, message } = await failure(fails, 20, 30_000);
      expect(name).toBe('BatchFailed');
      expect(JSON.parse(message)).toEqual([
        { message: { page: '1/' }, why: 'no version of {"page":"1/"}' },
        { message: { page: '3/' }, why: 'no version of {"page":"3/"}' },
      ]);
      expect(taken).toHaveLength(20);
    });

    it('fits into the 32,768 characters of an error when all of it fails with long reasons', async () => {
      const fails = eachMessage(() => Promise.reject(new Error('long '.repeat(1000))));
      const { message, stack } = await failure(fails, 20, 30_000);
      expect(message.length + String(stack).length).toBeLessThan(10_000);
    });

    it('comes back with what is left when the time is nearly up, what failed at its end', async () => {
      const slow = eachMessage((body) => {
        taken.push(body);
        if (/"[0-2]\//.test(body)) return Promise.resolve();
        return /"3\//.test(body) ? Promise.reject(new Error('bad')) : new Promise(() => {});
      });
      const left = await slow({ messages: pages(20), quiet: true }, inTime(2_010));
      expect(left).toMatchObject({ quiet: true });
      const { messages } = left as Batch;
      expect(messages.map((message) => 'page' in message && message.page)).toEqual(
        expect.arrayContaining(['4/', '8/', '19/', '3/']),
      );
      expect(messages).toHaveLength(17);
      expect(messages.at(-1)).toEqual({ page: '3/' });
      expect(taken).toHaveLength(7);
    });

    it('is done when nothing is left', async () => {
      const left = await handler({ messages: pages(3) });
      expect(left).toEqual({ messages: [] });
    });

    it('fails when nothing at all was finished in time', async () => {
      const never = eachMessage((body) => {
        taken.push(body);
        return new Promise(() => {});
      });
      const { message } = await failure(never, 20, 2_010);
      expect(JSON.parse(message)).toHaveLength(20);
      expect(message).toContain('It was not finished in time.');
      expect(taken).toHaveLength(3);
    });

    it('tells its step to be quiet when it says so, and a queue never does', async () => {
      await handler({ messages: pages(1), quiet: true });
      await handler({ messages: pages(1) });
      await handler(batch('page'));
      expect(told).toEqual([true, false, false]);
    });
  });
});
