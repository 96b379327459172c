import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Figure, quantile, type Result } from './figures.ts';
import { chart } from './hugo/chart.ts';
import { type Article, corpusOf } from './hugo/corpus.ts';
import type { Run } from './hugo/measure.ts';
import { type Builder, galley, hugo, hugoArgs, hugoVersion, installHugo } from './hugo/programs.ts';
import { galleyText, hugoPath, hugoText, type Lists, writeSites } from './hugo/sites.ts';
import { watching } from './hugo/watch.ts';

const count = 10_000;
const rounds = 5;
/** Memory that is called a disk, so that nothing is measured but the programs; elsewhere a disk. */
const memory = '/dev/shm';

type Taken = { full: Run[]; changed: Run[] };

/**
 * The whole site of ten thousand articles, built by Galley and by Hugo: by turns, each time with nothing left of the
 * last, and then again in a new process after the newest article was changed.
 */
export async function benchHugo(folder: string, note: (text: string) => void): Promise<Result> {
  const isMemory = existsSync(memory);
  const place = isMemory ? mkdtempSync(join(memory, 'galley-bench-')) : folder;
  try {
    note('installing Hugo');
    const program = await installHugo(join(folder, 'hugo.log'));
    note('writing the articles');
    const corpus = corpusOf(count);
    await writeSites(place, corpus);
    const newest = corpus.articles.at(-1) as Article;
    const lists: Lists[] = ['by-page', 'by-month'];
    const builders = [galley(place), ...lists.map((each) => hugo(program, place, each))];
    // Galley's code is bundled at its first use, as Hugo's was when it was published; and images are scaled.
    note('warming up');
    await builders[0]?.run();
    const taken = new Map(
      builders.map((each): [Builder, Taken] => [each, { full: [], changed: [] }]),
    );
    for (let round = 1; round <= rounds; round += 1) {
      for (const [builder, { full, changed }] of taken) {
        note(`round ${round} of ${rounds}: ${builder.name}`);
        builder.forget();
        full.push(await builder.run());
        save(place, newest, round);
        changed.push(await builder.run());
      }
    }
    note('Hugo, watching');
    const watched = await watchHugo(program, place, newest);
    return resultOf([...taken], watched, isMemory);
  } finally {
    if (isMemory) rmSync(place, { recursive: true, force: true });
  }
}

/** Changes an article in the folders of all sites. @returns the words that are new in it */
function save(place: string, article: Article, nth: number): string {
  const words = `Changed for the ${nth}th time.`;
  const changed = { ...article, body: `${article.body}\n${words}\n` };
  writeFileSync(join(place, 'galley/articles', `${article.id}.md`), galleyText(changed));
  for (const lists of ['by-month', 'by-page'] as const) {
    writeFileSync(join(place, lists, hugoPath(article)), hugoText(changed, lists));
  }
  return words;
}

function watchHugo(program: string, place: string, newest: Article): Promise<number[]> {
  const args = hugoArgs(place, 'by-page').filter((arg) => arg !== '--quiet');
  return watching(program, [...args, '--watch'], {
    cwd: join(place, 'by-page'),
    page: join(place, 'by-page-site', newest.id, 'index.html'),
    edits: Array.from({ length: rounds }, (_, nth) => () => save(place, newest, 100 + nth)),
  });
}

function resultOf(taken: [Builder, Taken][], watched: number[], isMemory: boolean): Result {
  const median = (runs: Run[], what: keyof Run) =>
    quantile(
      runs.map((run) => run[what]),
      0.5,
    );
  const rows = taken.map(([{ name }, { full, changed }]) => ({
    name,
    seconds: median(full, 'seconds'),
    megabytes: Math.max(...full.map(({ megabytes }) => megabytes)),
    again: median(changed, 'seconds'),
  }));
  const [own, ...others] = rows as [(typeof rows)[number], ...typeof rows];
  const least = (what: 'seconds' | 'megabytes' | 'again') =>
    Math.min(...others.map((row) => row[what]));
  const watch = quantile(watched, 0.5);
  const where = isMemory ? 'in memory-backed folders' : 'on a disk, because there is no /dev/shm';
  const figures: Figure[] = [
    {
      name: `galley build of ${count} articles`,
      bound: 0.6 * least('seconds'),
      value: own.seconds,
      unit: 's',
      note: `median of ${rounds}, ${where}; at most 0.6 times the faster of Hugo ${hugoVersion}’s two sites`,
    },
    {
      name: 'its memory',
      bound: 0.5 * least('megabytes'),
      value: own.megabytes,
      unit: 'MB',
      note: 'the most; at most half of Hugo’s',
    },
    {
      name: 'galley build after one article changed',
      bound: 0.1 * least('again'),
      value: own.again,
      unit: 's',
      note: 'in a new process; at most a tenth of Hugo’s new process',
    },
    { name: 'the same beside a Hugo that watches', bound: watch, value: own.again, unit: 's' },
    ...others.flatMap(({ name, seconds, megabytes, again }): Figure[] => [
      { name: `${name}: all`, value: seconds, unit: 's' },
      { name: `${name}: memory`, value: megabytes, unit: 'MB' },
      { name: `${name}: after one article changed, new process`, value: again, unit: 's' },
    ]),
    { name: 'Hugo, lists by page: after one article changed, watching', value: watch, unit: 's' },
  ];
  const bars = (what: 'seconds' | 'megabytes' | 'again') =>
    rows.map((row) => ({ name: row.name, value: row[what] }));
  const svg = chart([
    { title: `${count} articles, all pages, lists and feeds`, unit: 's', bars: bars('seconds') },
    { title: 'Memory at most', unit: 'MB', bars: bars('megabytes') },
    {
      title: 'After one article changed, in a new process',
      unit: 's',
      bars: [...bars('again'), { name: 'Hugo, watching', value: watch }],
    },
  ]);
  return { figures, charts: { 'hugo.svg': svg } };
}
