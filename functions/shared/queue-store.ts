import { SendMessageBatchCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** SQS takes at most ten messages in one call. */
const batchSize = 10;

/** So many calls are under way at once: a thousand messages take the time of ten calls. */
const callsAtOnce = 10;

/**
 * Sends messages as JSON, in no order.
 *
 * @throws when SQS refused one of them, so that the caller's own message is retried
 */
export async function sendAll(client: SQSClient, queueUrl: string, messages: unknown[]) {
  for (const calls of slices(slices(messages, batchSize), callsAtOnce)) {
    await Promise.all(calls.map((batch) => sendBatch(client, queueUrl, batch)));
  }
}

/** @param seconds until the queue hands it over, 900 at most */
export async function sendLater(
  client: SQSClient,
  queueUrl: string,
  message: unknown,
  seconds: number,
): Promise<void> {
  const MessageBody = JSON.stringify(message);
  const command = { QueueUrl: queueUrl, MessageBody, DelaySeconds: seconds };
  await client.send(new SendMessageCommand(command));
}

async function sendBatch(client: SQSClient, queueUrl: string, messages: unknown[]) {
  const entries = messages.map((message, index) => ({
    Id: String(index),
    MessageBody: JSON.stringify(message),
  }));
  const answer = await client.send(
    new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries }),
  );
  const [failed] = answer.Failed ?? [];
  if (failed) throw new Error(`${queueUrl} refused a message: ${failed.Code} ${failed.Message}`);
}

function slices<T>(all: T[], size: number): T[][] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, nth) => all.slice(nth * size, (nth + 1) * size));
}
