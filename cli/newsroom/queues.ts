import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { everyPage } from '../../functions/route/every-page.ts';
import type { Desk } from './newsroom.ts';
import { until } from './until.ts';

/**
 * Messages that wait or are being worked on. SQS only counts approximately. Those that wait for an article's time are
 * left out: nothing is to be done about them before.
 */
export async function countWaiting(client: SQSClient, queues: string[]): Promise<number> {
  const counts = await Promise.all(queues.map((queue) => count(client, queue)));
  return counts.reduce((sum, each) => sum + each, 0);
}

/** Messages by the name of their queue. */
export async function countEach(
  client: SQSClient,
  queues: Record<string, string>,
): Promise<Record<string, number>> {
  const counts = Object.entries(queues).map(
    async ([name, url]) => [name, await count(client, url)] as const,
  );
  return Object.fromEntries(await Promise.all(counts));
}

async function count(client: SQSClient, queue: string): Promise<number> {
  const answer = await client.send(
    new GetQueueAttributesCommand({
      QueueUrl: queue,
      AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    }),
  );
  const counts = Object.values(answer.Attributes ?? {});
  return counts.reduce((sum, each) => sum + Number(each), 0);
}

/** Asks for every page to be rendered again. @returns how many */
export async function renderEverything({ catalog, ask }: Desk): Promise<number> {
  let pages = 0;
  let batch: { page: string }[] = [];
  const send = async () => {
    await ask.render(batch);
    pages += batch.length;
    batch = [];
  };
  for await (const page of everyPage(catalog)) {
    batch.push({ page });
    if (batch.length === 100) await send();
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
  { waiting }: Pick<Desk, 'waiting'>,
  note: (count: number) => void = () => {},
  options: { deadline?: number; every?: number; signal?: AbortSignal | undefined } = {},
): Promise<boolean> {
  let quiet = 0;
  const done = await until(
    async () => {
      const count = await waiting();
      note(count);
      quiet = count === 0 ? quiet + 1 : 0;
      return quiet >= 3 ? true : undefined;
    },
    { deadline: 120_000, every: 300, ...options },
  );
  return done === true;
}
