import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';

/**
 * A handler that takes each message of a batch by itself: those that fail go back to the queue, the others do not.
 * Messages that say the same are taken together, because a step reads what is there now, whoever asked for it.
 *
 * Says why in the log, because Lambda is only told which messages failed and the queue only counts.
 */
export function eachMessage(take: (body: string) => Promise<void>) {
  const processor = new BatchProcessor(EventType.SQS);
  return (event: SQSEvent): Promise<SQSBatchResponse> => {
    const begun = new Map<string, Promise<void>>();
    const takeOne = async ({ messageId, body }: SQSRecord) => {
      const work = begun.get(body) ?? take(body);
      begun.set(body, work);
      try {
        await work;
      } catch (error) {
        console.error(`Message ${messageId} failed: ${body.slice(0, 500)}`, error);
        throw error;
      }
    };
    return processPartialResponse(event, takeOne, processor);
  };
}
