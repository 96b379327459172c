import type { FailedBatch, Run, Runs } from '../../cli/newsroom/rebuild-runs.ts';
import type { MapRun } from '../../functions/plan/map-runs-store.ts';
import { type PlanEvent, type PlanParts, plan } from '../../functions/plan/plan.ts';
import { type RebuildPart, rebuildList } from '../../functions/shared/layout.ts';
import type { Batch } from '../../functions/shared/messages.ts';
import type { RebuildInput, Rebuilt } from '../../functions/shared/rebuild.ts';
import { takeBatch } from '../../functions/shared/take-batch.ts';
import type { MemoryDesk, Message } from './memory-desk.ts';

const steps = { Images: 'images', Texts: 'ingest', Pages: 'render', Shares: 'images' } as const;

type Known = { run: Run; failed: FailedBatch[]; input: RebuildInput };

/** The rebuild of a newsroom in memory: the same plan and the same steps, in the order of the state machine. */
export class MemoryRuns implements Runs {
  /** A reason for a message that its step is to fail at. */
  fails: (message: object) => string | undefined = () => undefined;
  /** A reason for the whole run to break off when it comes to a part. */
  breaksAt?: { part: RebuildPart; why: string };
  /** Until it is resolved, no run goes on. */
  gate: Promise<unknown> = Promise.resolve();
  readonly inputs: RebuildInput[] = [];
  /** Lists that were kept, by key. */
  readonly lists = new Map<string, string>();
  readonly #desk: MemoryDesk;
  readonly #known: Known[] = [];

  constructor(desk: MemoryDesk) {
    this.#desk = desk;
  }

  async start(input: RebuildInput): Promise<string> {
    this.inputs.push(input);
    const execution = `run:${this.#known.length}`;
    const run: Run = { execution, status: 'running', started: new Date(), parts: [] };
    const known: Known = { run, failed: [], input };
    this.#known.push(known);
    void this.#work(known);
    return execution;
  }

  async latest(): Promise<string | undefined> {
    return this.#known.at(-1)?.run.execution;
  }

  async look(execution: string): Promise<Run> {
    return structuredClone(this.#of(execution).run);
  }

  async failed(execution: string): Promise<FailedBatch[]> {
    return this.#of(execution).failed;
  }

  #of(execution: string): Known {
    const known = this.#known.find(({ run }) => run.execution === execution);
    if (!known) throw new Error(`There is no ${execution}.`);
    return known;
  }

  async #work(known: Known): Promise<void> {
    const { run } = known;
    try {
      run.rebuilt = await this.#rebuild(known);
      run.status = 'succeeded';
    } catch (error) {
      run.why = String(error);
      run.status = 'failed';
    }
  }

  async #rebuild(known: Known): Promise<Rebuilt> {
    const { execution } = known.run;
    const event = { execution, run: execution, input: known.input };
    const make = (more: object) => plan(this.#parts(), { ...event, ...more } as PlanEvent);
    await this.#take('ingest', { messages: [{ key: 'site.yaml' }], quiet: true });
    await this.#take('render', { messages: [{ page: 'assets/' }, { page: '404.html' }] });
    const files = await make({ make: 'files' });
    await this.#map(known, 'Images');
    await this.#map(known, 'Texts');
    const pages = await make({ make: 'pages' });
    await this.#map(known, 'Pages');
    await this.#map(known, 'Shares');
    return (await make({ make: 'outcome', files, pages })) as Rebuilt;
  }

  async #map({ run, failed }: Known, part: RebuildPart): Promise<void> {
    await this.gate;
    if (this.breaksAt?.part === part) throw new Error(this.breaksAt.why);
    const batches = JSON.parse(this.lists.get(rebuildList(run.execution, part)) ?? '[]') as Batch[];
    const mapRun: MapRun = {
      arn: `map:${part}`,
      part,
      total: batches.length,
      done: 0,
      failed: 0,
      over: false,
    };
    run.parts.push(mapRun);
    for (const batch of batches) {
      await this.#takeAll(steps[part], batch).catch(({ name, message }: Error) => {
        const cause = JSON.stringify({ errorType: name, errorMessage: message, trace: [] });
        failed.push({ part, batch, error: name, cause });
        mapRun.failed += 1;
      });
      mapRun.done += 1;
    }
    mapRun.over = true;
  }

  async #takeAll(step: (typeof steps)[RebuildPart], batch: Batch): Promise<void> {
    let left = batch;
    while (left.messages.length > 0) left = await this.#take(step, left);
  }

  #take(step: (typeof steps)[RebuildPart], batch: Batch): Promise<Batch> {
    return takeBatch(batch, async (_at, body) => {
      const why = this.fails(JSON.parse(body));
      if (why) throw new Error(why);
      await this.#desk.take({ [step]: JSON.parse(body) } as Message, batch.quiet);
    });
  }

  #parts(): PlanParts {
    const { content, site, catalog } = this.#desk;
    return {
      content,
      site,
      catalog,
      keepList: async (key, text) => void this.lists.set(key, text),
      failures: async (execution, part) =>
        this.#of(execution)
          .run.parts.filter((each) => part === undefined || each.part === part)
          .reduce((sum, { failed }) => sum + failed, 0),
    };
  }
}
