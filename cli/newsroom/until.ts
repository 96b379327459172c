import { setTimeout as delay } from 'node:timers/promises';

/**
 * Asks again and again until there is an answer.
 *
 * @param deadline milliseconds
 * @returns undefined when the deadline passed
 */
export async function until<T>(
  ask: () => Promise<T | undefined>,
  {
    deadline = 60_000,
    every = 200,
    signal,
  }: { deadline?: number; every?: number; signal?: AbortSignal | undefined } = {},
): Promise<T | undefined> {
  const end = Date.now() + deadline;
  for (;;) {
    signal?.throwIfAborted();
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() + every > end) return undefined;
    await delay(every, undefined, signal ? { signal } : {});
  }
}
