import type { RebuildWork } from '../../functions/shared/rebuild.ts';
import type { Refusal } from '../../functions/shared/take-batch.ts';
import type { FailedBatch } from './rebuild-runs.ts';

/** A file or a page that a rebuild could not do. `of` is its key or its name, `why` what the step said. */
export type RebuildFailure = { part: FailedBatch['part']; of: string; why: string };

type Message = FailedBatch['batch']['messages'][number];

/** What of the batches failed: only some messages, or all when the step itself did. */
export function failuresOf(batches: FailedBatch[]): RebuildFailure[] {
  return batches.flatMap((failed) =>
    refused(failed).map(({ message, why }) => ({ part: failed.part, of: nameOf(message), why })),
  );
}

/** The same messages once more, for an execution that does only this. */
export function workOf(batches: FailedBatch[]): RebuildWork {
  const work: RebuildWork = { Images: [], Texts: [], Pages: [], Shares: [] };
  for (const failed of batches) {
    const messages: Message[] = work[failed.part];
    messages.push(...refused(failed).map(({ message }) => message));
  }
  return work;
}

/** A step says which messages it could not take; Lambda itself only that the function did not end well. */
function refused({ batch, error, cause }: FailedBatch): Refusal[] {
  const { errorMessage = cause } = parsed<{ errorMessage?: string }>(cause) ?? {};
  const refusals = error === 'BatchFailed' ? parsed<Refusal[]>(errorMessage) : undefined;
  if (!refusals) return batch.messages.map((message) => ({ message, why: errorMessage || error }));
  return refusals;
}

function nameOf(message: Message): string {
  if ('page' in message) return message.page || '(home)';
  if ('key' in message) return message.key;
  if ('share' in message) return message.share;
  return 'id' in message ? message.id : JSON.stringify(message);
}

function parsed<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}
