import type { SQSBatchResponse } from 'aws-lambda';
import type { Batch } from './messages.ts';

/** So many messages of a batch are worked on at once: as many as a queue delivers. */
const atOnce = 10;

/** Characters of a reason. Step Functions keeps 32,768 of an error, and all messages of a batch may fail. */
const reasonLength = 300;

/** A message of a batch that could not be taken: its place in the batch, from 0, and the reason. */
export type Refusal = { at: number; why: string };

/** What a batch ends with when not all of it could be done. The message is the refusals as JSON. */
export class BatchFailed extends Error {
  constructor(refusals: Refusal[]) {
    super(JSON.stringify(refusals.toSorted((a, b) => a.at - b.at)));
    this.name = 'BatchFailed';
    // Lambda would repeat the message in it, and twice as much is too long for Step Functions.
    this.stack = this.name;
  }
}

/**
 * Takes all messages of a batch, whichever of them fail.
 *
 * @throws BatchFailed
 */
export async function takeBatch(
  { messages }: Pick<Batch, 'messages'>,
  takeOne: (name: string, body: string) => Promise<void>,
): Promise<SQSBatchResponse> {
  const refusals: Refusal[] = [];
  const waiting = messages.entries();
  const work = async () => {
    for (const [at, message] of waiting) {
      await takeOne(String(at), JSON.stringify(message)).catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        refusals.push({ at, why: why.slice(0, reasonLength) });
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (refusals.length > 0) throw new BatchFailed(refusals);
  return { batchItemFailures: [] };
}
