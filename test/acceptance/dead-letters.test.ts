import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshId, freshName, publish } from './articles.ts';
import { eventually, newsroom, platform } from './platform.ts';

const { queues, facts } = newsroom;

const all = [
  ['ingest', facts.ingestQueue],
  ['images', facts.imagesQueue],
  ['render', facts.renderQueue],
  ['purge', platform.outputs.PurgeQueueUrl ?? ''],
] as const;

describe.each(all)('a poison message in the %s queue', (_step, queue) => {
  const poison = `poison ${freshName()}`;
  let patience: string;

  beforeAll(async () => {
    patience = (await attributes(queue)).VisibilityTimeout ?? '';
    // A failed message comes again after this many seconds; the test need not wait that long.
    await setPatience(queue, '1');
    await queues.send(new SendMessageCommand({ QueueUrl: queue, MessageBody: poison }));
  });

  afterAll(() => setPatience(queue, patience));

  it('holds up nothing and ends in the dead-letter queue', async () => {
    await publish(freshId(), {});
    const letters = await deadLettersOf(queue);
    const message = await eventually(`the dead letter ${poison}`, async () => {
      const { Messages = [] } = await queues.send(
        new ReceiveMessageCommand({ QueueUrl: letters, MaxNumberOfMessages: 10 }),
      );
      return Messages.find(({ Body }) => Body === poison);
    });
    expect(message.Body).toBe(poison);
    const letter = { QueueUrl: letters, ReceiptHandle: message.ReceiptHandle };
    await queues.send(new DeleteMessageCommand(letter));
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
