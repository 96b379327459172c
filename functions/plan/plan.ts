import { type RebuildPart, rebuildList } from '../shared/layout.ts';
import type { Batch } from '../shared/messages.ts';
import type { RebuildInput, RebuildWork, Rebuilt } from '../shared/rebuild.ts';
import { filesToCheck, isLost, type Stores } from './files.ts';
import { pagesLeftOver, pagesWanted } from './pages.ts';
import { sharesToCheck } from './shares.ts';

/**
 * Messages in one batch: seconds of work. To make the variants of one image takes as long, and all the memory that
 * the function has.
 */
const batchSize: Record<RebuildPart, number> = { Images: 1, Texts: 20, Pages: 20, Shares: 20 };

export type PlanParts = Stores & {
  /** Keeps a list for Step Functions to read. */
  keepList: (key: string, text: string) => Promise<void>;
  /** How many batches of a part failed in an execution. */
  failures: (execution: string, part?: RebuildPart) => Promise<number>;
};

/** What the rebuild wants of this step: a list of files, then one of pages, and at its end to know how it went. */
export type PlanEvent = {
  /** ARN of the execution. */
  execution: string;
  /** The execution's name. */
  run: string;
  input: RebuildInput;
} & (
  | { make: 'files' }
  | { make: 'pages' }
  | { make: 'outcome'; files: FileCounts; pages: PageCounts }
);

type FileCounts = Omit<Rebuilt, 'pages'>;
type PageCounts = Pick<Rebuilt, 'pages'>;

/** A rebuild was begun: name what it has to look at, in batches that its maps hand to the steps. */
export async function plan(
  parts: PlanParts,
  event: PlanEvent,
): Promise<FileCounts | PageCounts | Rebuilt> {
  switch (event.make) {
    case 'files':
      return planFiles(parts, event);
    case 'pages':
      return planPages(parts, event);
    case 'outcome':
      return outcome(parts, event);
  }
}

async function planFiles(parts: PlanParts, { run, input }: PlanEvent): Promise<FileCounts> {
  const { again } = input;
  const files = again ? undefined : await filesToCheck(parts);
  const images = again?.Images ?? files?.images ?? [];
  const texts = again?.Texts ?? files?.texts ?? [];
  // A new article need not be kept quiet while there are others: route names its pages, and the rebuild does too.
  const quiet = await isLost(parts.catalog);
  await keep(parts, run, 'Images', images, false);
  await keep(parts, run, 'Texts', texts, quiet);
  return { images: images.length, texts: texts.length };
}

/**
 * What should not be there is removed only when all texts could be looked at, because one that is missing from a
 * catalog that was lost must not cost its article the page that it has. When such a text is looked at again, all
 * pages are rendered again too, the lists that it is missing from among them.
 */
async function planPages(parts: PlanParts, event: PlanEvent): Promise<PageCounts> {
  const { execution, run, input } = event;
  const only = input.again?.Texts.length === 0 ? input.again : undefined;
  const wanted = only?.Pages ?? (await pagesWanted(parts));
  const isSure = (await parts.failures(execution, 'Texts')) === 0;
  const leftOver = isSure ? await pagesLeftOver(parts) : [];
  await keep(parts, run, 'Pages', [...wanted, ...leftOver], false);
  await keep(parts, run, 'Shares', only?.Shares ?? (await sharesToCheck(parts)), false);
  return { pages: wanted.length };
}

/** @throws RebuildIncomplete when anything failed, so that the execution does too, and its alarm rings */
async function outcome(
  { failures }: PlanParts,
  { execution, files, pages }: PlanEvent & { make: 'outcome' },
): Promise<Rebuilt> {
  const failed = await failures(execution);
  if (failed > 0) throw new RebuildIncomplete(failed);
  return { ...files, ...pages };
}

export class RebuildIncomplete extends Error {
  constructor(failed: number) {
    super(
      `${failed} batches failed; all others are done. The failed children of its map runs say why.`,
    );
    this.name = 'RebuildIncomplete';
    // Where it was thrown tells nobody anything.
    this.stack = this.name;
  }
}

/** Never an empty list: whether a map over nothing is an error, AWS does not say. */
async function keep(
  { keepList }: PlanParts,
  run: string,
  part: RebuildPart,
  messages: RebuildWork[RebuildPart],
  quiet: boolean,
): Promise<void> {
  const batches: Batch[] = [];
  for (let start = 0; start < messages.length || start === 0; start += batchSize[part]) {
    const some = messages.slice(start, start + batchSize[part]);
    batches.push({ messages: some, ...(quiet ? { quiet } : {}) });
  }
  await keepList(rebuildList(run, part), JSON.stringify(batches));
}
