import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dot, freshId, freshName, publish, put } from './articles.ts';
import { eventually, newsroom, pageWith, platform } from './platform.ts';

const { queues, facts } = newsroom;

const before = [
  ['ingest', facts.ingestQueue],
  ['images', facts.imagesQueue],
  ['render', facts.renderQueue],
  ['purge', platform.outputs.PurgeQueueUrl ?? ''],
] as const;

describe('poison in the queues', () => {
  const poison = `poison ${freshName()}`;
  const patience = new Map<string, string>();

  beforeAll(async () => {
    for (const [, queue] of before) {
      patience.set(queue, (await attributes(queue)).VisibilityTimeout ?? '');
      // A failed message comes again after this many seconds; the test need not wait that long.
      await setPatience(queue, '1');
      await queues.send(new SendMessageCommand({ QueueUrl: queue, MessageBody: poison }));
    }
  });

  afterAll(async () => {
    for (const [queue, seconds] of patience) await setPatience(queue, seconds);
  });

  it('holds up nothing', async () => {
    const id = freshId();
    const image = `images/${freshName()}.png`;
    await put(image, dot);
    await publish(id, { body: `![A dot](${image})` });
    await pageWith(`/${id}/`, '<img');
  });

  it.each(before)('ends in the dead-letter queue of the %s step', async (_step, queue) => {
    const letters = await deadLettersOf(queue);
    const letter = await eventually(`the dead letter ${poison}`, async () => {
      const { Messages = [] } = await queues.send(
        new ReceiveMessageCommand({ QueueUrl: letters, MaxNumberOfMessages: 10 }),
      );
      return Messages.find(({ Body }) => Body === poison);
    });
    expect(letter.Body).toBe(poison);
    const read = { QueueUrl: letters, ReceiptHandle: letter.ReceiptHandle };
    await queues.send(new DeleteMessageCommand(read));
  });
});

async function attributes(queue: string): Promise<Record<string, string>> {
  const wanted = { QueueUrl: queue, AttributeNames: ['All' as const] };
  const { Attributes = {} } = await queues.send(new GetQueueAttributesCommand(wanted));
  return Attributes;
}

async function setPatience(queue: string, seconds: string): Promise<void> {
  const changed = { QueueUrl: queue, Attributes: { VisibilityTimeout: seconds } };
  await queues.send(new SetQueueAttributesCommand(changed));
}

async function deadLettersOf(queue: string): Promise<string> {
  const { deadLetterTargetArn } = JSON.parse((await attributes(queue)).RedrivePolicy ?? '{}');
  const name = String(deadLetterTargetArn).split(':').at(-1);
  const { QueueUrl = '' } = await queues.send(new GetQueueUrlCommand({ QueueName: name }));
  return QueueUrl;
}
