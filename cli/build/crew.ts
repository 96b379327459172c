import { Worker } from 'node:worker_threads';
import type { CatalogDump } from '../../functions/shared/catalog-dump.ts';
import type { Lines } from './record-lines.ts';
import type { Rendered } from './render-pages.ts';
import type { Answer, Job, Judged, WorkerStart } from './worker.ts';

/** So many files or pages a thread is asked for at once: some hundredths of a second of work. */
const atOnce = 100;
/** Asked for before the answer to the last, so that no thread waits for its next. */
const ahead = 2;

type Hand = {
  worker: Worker;
  waiting: { resolve: (answer: Answer) => void; reject: (error: unknown) => void }[];
  /** Ids of the articles whose texts it keeps. */
  keeps: string[];
};

/** The threads of a build. */
export class Crew {
  readonly #hands: Hand[];
  /** Number of the thread that keeps the text of a file. */
  readonly #keeper = new Map<string, number>();

  constructor(count: number, module: URL, start: WorkerStart) {
    this.#hands = Array.from({ length: count }, () => handOf(module, start));
  }

  /** Checks files; each batch is passed on in their order, so that what comes first is dealt with first. */
  async check(keys: string[], take: (judged: Judged) => Promise<void>): Promise<void> {
    const batches = batchesOf(keys);
    const done = new Map<number, Judged>();
    let next = 0;
    let taken: Promise<void> = Promise.resolve();
    await this.#share(batches.entries(), async ([nth, batch], hand, number) => {
      for (const key of batch) this.#keeper.set(key, number);
      const answer = await ask(hand, { check: batch });
      if ('judged' in answer) done.set(nth, answer.judged);
      for (let judged = done.get(next); judged; judged = done.get(next)) {
        const batchJudged = judged;
        done.delete(next);
        next += 1;
        taken = taken.then(() => take(batchJudged));
      }
      await taken;
    });
  }

  /**
   * Renders pages: those of texts where they are kept, lists wherever there is time.
   *
   * @param dump of the catalog, and its records
   * @param fileOf the key of a page's file, if it is made of one
   */
  async render(
    dump: Omit<CatalogDump, 'saved'>,
    lines: Lines,
    pages: string[],
    fileOf: (page: string) => string | undefined,
    note: (rendered: Rendered) => void,
  ): Promise<void> {
    await Promise.all(this.#hands.map((hand) => ask(hand, { catalog: dump, lines })));
    const own: string[][] = this.#hands.map(() => []);
    const shared: string[] = [];
    for (const page of pages) {
      const keeper = this.#keeper.get(fileOf(page) ?? '');
      (keeper === undefined ? shared : (own[keeper] as string[])).push(page);
    }
    const take = async (hand: Hand, batch: string[]) => {
      const answer = await ask(hand, { render: batch });
      if ('rendered' in answer) note(answer.rendered);
    };
    await Promise.all(
      this.#hands.map((hand, number) =>
        inTurn(batchesOf(own[number] ?? []).values(), (batch) => take(hand, batch)),
      ),
    );
    await this.#share(batchesOf(shared).values(), (batch, hand) => take(hand, batch));
  }

  async end(): Promise<void> {
    await Promise.all(this.#hands.map(({ worker }) => worker.terminate()));
  }

  /** Gives each thread the next of the items as soon as it can take it. */
  async #share<T>(
    items: Iterator<T> & Iterable<T>,
    take: (item: T, hand: Hand, number: number) => Promise<void>,
  ): Promise<void> {
    await Promise.all(
      this.#hands.map((hand, number) => inTurn(items, (item) => take(item, hand, number))),
    );
  }
}

async function inTurn<T>(items: Iterator<T>, take: (item: T) => Promise<void>): Promise<void> {
  const lane = async () => {
    for (let item = items.next(); !item.done; item = items.next()) await take(item.value);
  };
  await Promise.all(Array.from({ length: ahead }, lane));
}

function batchesOf<T>(items: T[]): T[][] {
  const batches: T[][] = [];
  for (let start = 0; start < items.length; start += atOnce) {
    batches.push(items.slice(start, start + atOnce));
  }
  return batches;
}

function handOf(module: URL, start: WorkerStart): Hand {
  const worker = new Worker(module, {
    workerData: start,
    resourceLimits: { maxYoungGenerationSizeMb: 48 },
  });
  const hand: Hand = { worker, waiting: [], keeps: [] };
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
