import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** SQS takes at most ten messages in one call. */
const batchSize = 10;

/** Sends messages as JSON. @throws when SQS refused one of them, so that the caller's own message is retried */
export async function sendAll(client: SQSClient, queueUrl: string, messages: unknown[]) {
  for (let start = 0; start < messages.length; start += batchSize) {
    const entries = messages
      .slice(start, start + batchSize)
      .map((message, index) => ({ Id: String(index), MessageBody: JSON.stringify(message) }));
    const answer = await client.send(
      new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries }),
    );
    const [failed] = answer.Failed ?? [];
    if (failed) throw new Error(`${queueUrl} refused a message: ${failed.Code} ${failed.Message}`);
  }
}
