import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';

/** Milliseconds that Lambda needs to hear which messages failed, before it ends the invocation with all of them. */
const reserved = 2_000;

/**
 * A handler that takes each message of a batch by itself: those that fail go back to the queue, the others do not.
 * Messages that say the same are taken together, because a step reads what is there now, whoever asked for it.
 *
 * One that is not finished when the time is up has failed, so that it does not take the finished ones with it. Its
 * work may go on when Lambda wakes this process again, which does no more harm than a message delivered twice.
 *
 * Says why in the log, because Lambda is only told which messages failed and the queue only counts.
 */
export function eachMessage(take: (body: string) => Promise<void>) {
  const processor = new BatchProcessor(EventType.SQS);
  return async (
    event: SQSEvent,
    context: Pick<Context, 'getRemainingTimeInMillis'>,
  ): Promise<SQSBatchResponse> => {
    const begun = new Map<string, Promise<void>>();
    const time = timeLimit(context.getRemainingTimeInMillis() - reserved);
    const takeOne = async ({ messageId, body }: SQSRecord) => {
      const work = begun.get(body) ?? take(body);
      begun.set(body, work);
      try {
        await Promise.race([work, time.isUp]);
      } catch (error) {
        console.error(`Message ${messageId} failed: ${body.slice(0, 500)}`, error);
        throw error;
      }
    };
    try {
      return await processPartialResponse(event, takeOne, processor);
    } finally {
      time.stop();
    }
  };
}

function timeLimit(milliseconds: number): { isUp: Promise<never>; stop: () => void } {
  const { promise: isUp, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('It was not finished in time.')), milliseconds);
  return { isUp, stop: () => clearTimeout(timer) };
}
