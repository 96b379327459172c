import type { Batch } from './messages.ts';

/**
 * So many messages of a batch are worked on at once. They share the time that there is, and the first of them has to
 * be finished in it.
 */
const atOnce = 3;

/** Characters of a reason. Step Functions keeps 32,768 of an error, and all messages of a batch may fail. */
const reasonLength = 300;

type Message = Batch['messages'][number];

/** A message that could not be taken, and the reason. */
export type Refusal = { message: Message; why: string };

/** The time was up before a message was finished, or begun. */
export class NotInTime extends Error {
  constructor() {
    super('It was not finished in time.');
    this.name = 'NotInTime';
  }
}

/** What a batch ends with when not all of it could be done. The message is the refusals as JSON. */
export class BatchFailed extends Error {
  constructor(refusals: Refusal[]) {
    super(JSON.stringify(refusals));
    this.name = 'BatchFailed';
    // Lambda would repeat the message in it, and twice as much is too long for Step Functions.
    this.stack = this.name;
  }
}

/**
 * Takes the messages of a batch, whichever of them fail.
 *
 * @returns what is left to be done when the time was up; as long as something was done, that may go on for ever
 * @throws BatchFailed when nothing is left but what failed
 */
export async function takeBatch(
  batch: Batch,
  takeOne: (name: string, body: string) => Promise<void>,
): Promise<Batch> {
  const refusals: Refusal[] = [];
  const unfinished: Message[] = [];
  const waiting = batch.messages.entries();
  const work = async () => {
    for (const [at, message] of waiting) {
      await takeOne(String(at), JSON.stringify(message)).catch((error: unknown) => {
        if (error instanceof NotInTime) unfinished.push(message);
        else refusals.push({ message, why: reasonOf(error) });
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const failed = [...unfinished, ...refusals.map(({ message }) => message)];
  const isSlow = unfinished.length > 0 && failed.length < batch.messages.length;
  if (isSlow) return { ...batch, messages: failed };
  const late = unfinished.map((message) => ({ message, why: reasonOf(new NotInTime()) }));
  if (failed.length > 0) throw new BatchFailed([...refusals, ...late]);
  return { ...batch, messages: [] };
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, reasonLength);
}
