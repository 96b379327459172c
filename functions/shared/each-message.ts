import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Batch } from './messages.ts';
import { NotInTime, takeBatch } from './take-batch.ts';

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
 *
 * A rebuild calls the same function with a batch of its own, which no queue delivers again: it is told what is left,
 * and at last what failed and why.
 */
export function eachMessage(take: Take) {
  const processor = new BatchProcessor(EventType.SQS);
  return async (
    event: SQSEvent | Batch,
    context: Pick<Context, 'getRemainingTimeInMillis'>,
  ): Promise<SQSBatchResponse | Batch> => {
    const begun = new Map<string, Promise<void>>();
    const time = timeLimit(context.getRemainingTimeInMillis() - reserved);
    const quiet = 'messages' in event && event.quiet === true;
    const takeOne = async (name: string, body: string) => {
      try {
        await time.isLeft();
        const work = begun.get(body) ?? take(body, quiet);
        begun.set(body, work);
        await Promise.race([work, time.isUp]);
      } catch (error) {
        console.error(`Message ${name} failed: ${body.slice(0, 500)}`, error);
        throw error;
      }
    };
    try {
      if ('messages' in event) return await takeBatch(event, takeOne);
      const takeRecord = ({ messageId, body }: SQSRecord) => takeOne(messageId, body);
      return await processPartialResponse(event, takeRecord, processor);
    } finally {
      time.stop();
    }
  };
}

/** @param quiet see `Batch`: true in a rebuild */
type Take = (body: string, quiet: boolean) => Promise<void>;

function timeLimit(milliseconds: number) {
  const { promise: isUp, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new NotInTime()), milliseconds);
  // Of two that are settled the first wins, so that nothing is begun any more when the time is up.
  const isLeft = () => Promise.race([isUp, undefined]);
  return { isUp, isLeft, stop: () => clearTimeout(timer) };
}
