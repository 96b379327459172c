import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { everyPage } from '../../functions/route/every-page.ts';
import { sendAll } from '../../functions/shared/queue-store.ts';
import type { Newsroom } from './newsroom.ts';
import { until } from './until.ts';

/** Messages that wait or are being worked on. SQS only counts approximately. */
export async function waiting(newsroom: Newsroom, queue: string): Promise<number> {
  const answer = await newsroom.queues.send(
    new GetQueueAttributesCommand({
      QueueUrl: queue,
      AttributeNames: [
        'ApproximateNumberOfMessages',
        'ApproximateNumberOfMessagesNotVisible',
        'ApproximateNumberOfMessagesDelayed',
      ],
    }),
  );
  const counts = Object.values(answer.Attributes ?? {});
  return counts.reduce((sum, count) => sum + Number(count), 0);
}

/** Asks for every page to be rendered again. @returns how many */
export async function renderEverything(newsroom: Newsroom): Promise<number> {
  const { catalog, facts, queues } = newsroom;
  let pages = 0;
  let batch: { page: string }[] = [];
  const send = async () => {
    await sendAll(queues, facts.renderQueue, batch);
    pages += batch.length;
    batch = [];
  };
  for await (const page of everyPage(catalog)) {
    batch.push({ page });
    if (batch.length === 10) await send();
  }
  await send();
  return pages;
}

/**
 * Waits until nothing is queued any more, three times in a row: SQS counts approximately, and between two queues
 * a change is in a stream that nobody can count.
 *
 * @param note gets the number of messages each time
 * @returns false when the deadline (milliseconds) passed first
 */
export async function untilQuiet(
  newsroom: Newsroom,
  note: (count: number) => void = () => {},
  options: { deadline?: number; signal?: AbortSignal | undefined } = {},
): Promise<boolean> {
  const { ingestQueue, imagesQueue, renderQueue } = newsroom.facts;
  let quiet = 0;
  const done = await until(
    async () => {
      const counts = await Promise.all(
        [ingestQueue, imagesQueue, renderQueue].map((queue) => waiting(newsroom, queue)),
      );
      const count = counts.reduce((sum, each) => sum + each, 0);
      note(count);
      quiet = count === 0 ? quiet + 1 : 0;
      return quiet >= 3 ? true : undefined;
    },
    { deadline: 120_000, every: 300, ...options },
  );
  return done === true;
}
