import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { costTable, withTable } from '../../bench/cost-table.ts';
import { archives, type Costs, costsOf } from './costs.ts';

const costs = new Map<number, Costs>();

beforeAll(async () => {
  for (const count of archives) costs.set(count, await costsOf(count));
}, 120_000);

describe('what happens to one article', () => {
  it.each(['publish', 'retitle', 'reply', 'move', 'delete'] as const)(
    'costs the same however large the archive is: %s',
    (what) => {
      const [first, ...others] = [...costs.values()].map((each) => each[what]);
      expect(first?.renders).toBeGreaterThan(0);
      for (const cost of others) expect(cost).toEqual(first);
    },
  );

  it('changes a page for each line of the table of rule 6', () => {
    const { publish, reply } = costs.get(100) as Costs;
    // Itself, the article before it, of five lists the newest page, the month and three feeds, and two sitemaps.
    expect(publish.renders).toBe(1 + 1 + 5 * (1 + 1 + 3) + 2);
    // Itself, and of five lists the newest page, the month, and the feed that counts replies.
    expect(reply.renders).toBe(1 + 5 * 3);
  });

  it('is in the README as it is counted here', async () => {
    const readme = await readFile(join(import.meta.dirname, '../../README.md'), 'utf8');
    expect(readme, 'npm run bench writes').toBe(withTable(readme, costTable(costs)));
  });
});
