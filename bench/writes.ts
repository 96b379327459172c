import { newsroomOf } from '../test/newsroom/archive.ts';
import { goodSource } from '../test/newsroom/sources.ts';
import type { Figure, Result } from './figures.ts';

const archives = [10, 100, 1_000, 100_000];

/** What one new article costs, counted with the real steps in memory. The first archive is the bound of the others. */
export async function benchWrites(_folder: string, note: (text: string) => void): Promise<Result> {
  const figures: Figure[] = [];
  for (const count of archives) {
    note(`${count} articles`);
    const { newsroom, settled } = await newsroomOf(count);
    const cost = await settled(() =>
      newsroom.upload('articles/new.md', goodSource('New', '2026-11-09')),
    );
    const [puts, calls] = figures;
    figures.push(
      {
        name: `objects written for one new article, archive of ${count}`,
        value: cost.puts,
        unit: 'writes',
        ...(puts && { bound: puts.value }),
      },
      {
        name: `all calls to stores and queues for it, archive of ${count}`,
        value: cost.calls,
        unit: 'calls',
        ...(calls && { bound: calls.value }),
      },
    );
  }
  return { figures };
}
