import { Worker } from 'node:worker_threads';
import { type Dump, packDump } from './packed-dump.ts';
import type { RecordLines } from './record-lines.ts';
import type { Rendered } from './render-pages.ts';
import { batchesOf, partsOf, Shares } from './shares.ts';
import type { Answer, Job, Judged, WorkerStart } from './worker.ts';

/** So many files or pages a thread is asked for at once: some hundredths of a second of work. */
const atOnce = 100;
/** Asked for before the answer to the last, so that no thread waits for its next. */
const ahead = 2;

type Hand = {
  worker: Worker;
  waiting: { resolve: (answer: Answer) => void; reject: (error: unknown) => void }[];
};

type Batch = { part: number; nth: number; keys: string[] };

/** The threads of a build. */
export class Crew {
  readonly #hands: Hand[];
  /** Number of the thread that keeps the text of a file. */
  readonly #keeper = new Map<string, number>();

  constructor(count: number, module: URL, start: WorkerStart) {
    this.#hands = Array.from({ length: count }, () => handOf(module, start));
  }

  get count(): number {
    return this.#hands.length;
  }

  /** The thread that keeps the text of a file. */
  keeperOf(key: string): number | undefined {
    return this.#keeper.get(key);
  }

  /**
   * Checks files, each thread a part of them. What is found is passed on part by part, in the order of the files.
   *
   * @param take is never called again before its answer
   */
  async check(
    keys: string[],
    take: (part: number, judged: Judged) => Promise<void>,
  ): Promise<void> {
    const parts = partsOf(keys, this.count).map((part, number) =>
      batchesOf(part, atOnce).map((batch, nth): Batch => ({ part: number, nth, keys: batch })),
    );
    const found = parts.map(() => new Map<number, Judged>());
    const next = parts.map(() => 0);
    let taken: Promise<void> = Promise.resolve();
    await this.#share(parts, async ({ part, nth, keys: batch }, hand, number) => {
      for (const key of batch) this.#keeper.set(key, number);
      const answer = await ask(hand, { check: batch });
      if ('judged' in answer) found[part]?.set(nth, answer.judged);
      for (let judged = inOrder(part); judged; judged = inOrder(part)) {
        const all = judged;
        taken = taken.then(() => take(part, all));
      }
      await taken;
    });

    function inOrder(part: number): Judged | undefined {
      const at = next[part] ?? 0;
      const judged = found[part]?.get(at);
      if (judged) next[part] = at + 1;
      found[part]?.delete(at);
      return judged;
    }
  }

  /** Gives each thread the catalog to read from. As one text, which threads hand on faster than its parts. */
  async brief(dump: Dump, records: RecordLines): Promise<void> {
    const { bytes, ids, ends } = records.lines;
    const catalog = JSON.stringify({ dump: packDump(dump, records), ids, ends });
    await Promise.all(this.#hands.map((hand) => ask(hand, { catalog, bytes })));
  }

  /** @param shares pages by the thread that had best render them */
  async render(shares: string[][], note: (rendered: Rendered) => void): Promise<void> {
    const batches = shares.map((pages) => batchesOf(pages, atOnce));
    await this.#share(batches, async (render, hand) => {
      const answer = await ask(hand, { render });
      if ('rendered' in answer) note(answer.rendered);
    });
  }

  async end(): Promise<void> {
    await Promise.all(this.#hands.map(({ worker }) => worker.terminate()));
  }

  async #share<T>(
    items: T[][],
    take: (item: T, hand: Hand, number: number) => Promise<void>,
  ): Promise<void> {
    const shares = new Shares(items);
    const lane = async (hand: Hand, number: number) => {
      for (let item = shares.next(number); item; item = shares.next(number)) {
        await take(item, hand, number);
      }
    };
    const lanes = this.#hands.flatMap((hand, number) =>
      Array.from({ length: ahead }, () => lane(hand, number)),
    );
    await Promise.all(lanes);
  }
}

function handOf(module: URL, start: WorkerStart): Hand {
  const worker = new Worker(module, {
    workerData: start,
    resourceLimits: { maxYoungGenerationSizeMb: 48 },
  });
  const hand: Hand = { worker, waiting: [] };
  worker.on('message', (answer: Answer) => hand.waiting.shift()?.resolve(answer));
  worker.on('error', (error) => {
    for (const { reject } of hand.waiting.splice(0)) reject(error);
  });
  return hand;
}

function ask(hand: Hand, job: Job): Promise<Answer> {
  return new Promise((resolve, reject) => {
    hand.waiting.push({ resolve, reject });
    hand.worker.postMessage(job);
  });
}
