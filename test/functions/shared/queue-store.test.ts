import type { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, it } from 'vitest';
import { sendAll } from '../../../functions/shared/queue-store.ts';

/** A queue that takes what it is sent, except some, and notes how it was sent. */
function queueThatRefuses(refused?: string) {
  const bodies: string[] = [];
  const sizes: number[] = [];
  const underWay: number[] = [];
  let now = 0;
  async function send({ input }: SendMessageBatchCommand) {
    const entries = input.Entries ?? [];
    sizes.push(entries.length);
    underWay.push(++now);
    await null;
    now -= 1;
    bodies.push(...entries.map(({ MessageBody }) => String(MessageBody)));
    const failed = entries.filter(({ MessageBody }) => MessageBody === refused);
    return { Failed: failed.map(({ Id }) => ({ Id, Code: 'InternalError' })) };
  }
  return { client: { send } as unknown as SQSClient, bodies, sizes, underWay };
}

const numbers = Array.from({ length: 205 }, (_, nth) => nth);

it('sends each message once', async () => {
  const { client, bodies } = queueThatRefuses();
  await sendAll(client, 'queue', numbers);
  expect(bodies.map(Number)).toEqual(numbers);
});

it('sends ten messages in a call and makes ten calls at once', async () => {
  const { client, sizes, underWay } = queueThatRefuses();
  await sendAll(client, 'queue', numbers);
  expect(sizes).toEqual([...Array.from({ length: 20 }, () => 10), 5]);
  expect(Math.max(...underWay)).toBe(10);
});

it('sends nothing when there is nothing to say', async () => {
  const { client, sizes } = queueThatRefuses();
  await sendAll(client, 'queue', []);
  expect(sizes).toEqual([]);
});

it('fails when one message of many was refused', async () => {
  const { client } = queueThatRefuses('17');
  await expect(sendAll(client, 'queue', numbers)).rejects.toThrow(/refused.*InternalError/);
});
