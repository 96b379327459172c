import { expect, it } from 'vitest';
import { type Cost, newsroomOf } from '../newsroom/archive.ts';
import { goodSource } from '../newsroom/sources.ts';

const articles = [10, 100, 1_000, 100_000];

it('costs the same to publish, correct, move and delete an article, however large the archive', async () => {
  const costs: Cost[][] = [];
  for (const count of articles) {
    const { newsroom, settled } = await newsroomOf(count);
    const upload = (title: string, date: string) =>
      settled(() => newsroom.upload('articles/new.md', goodSource(title, date)));
    costs.push([
      await upload('New', '2026-11-09'),
      await upload('Newer', '2026-11-09'),
      await upload('Newer', '2026-11-09 10:00'),
      await settled(() => newsroom.delete('articles/new.md')),
    ]);
  }
  // Itself, the feed, and of three lists the newest page, its month and the month beside it.
  expect(costs[0]?.[0]).toMatchObject({ renders: 11, puts: 11 });
  for (const cost of costs) expect(cost).toEqual(costs[0]);
}, 60_000);
