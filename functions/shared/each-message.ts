import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';

/**
 * A handler that takes each message of a batch by itself: those that fail go back to the queue, the others do not.
 *
 * Says why in the log, because Lambda is only told which messages failed and the queue only counts.
 */
export function eachMessage(take: (body: string) => Promise<void>) {
  const processor = new BatchProcessor(EventType.SQS);
  const takeOne = async ({ messageId, body }: SQSRecord) => {
    try {
      await take(body);
    } catch (error) {
      console.error(`Message ${messageId} failed: ${body.slice(0, 500)}`, error);
      throw error;
    }
  };
  return (event: SQSEvent): Promise<SQSBatchResponse> =>
    processPartialResponse(event, takeOne, processor);
}
