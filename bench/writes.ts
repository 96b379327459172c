import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../cli/local/places.ts';
import { archives, type Costs, costsOf } from '../test/rules/costs.ts';
import { costTable, withTable } from './cost-table.ts';
import type { Figure, Result } from './figures.ts';
import { priceOf } from './prices.ts';

/**
 * What one new article costs, counted with the real steps in memory; the README has it as a table. The first archive is
 * the bound of the others.
 */
export async function benchWrites(_folder: string, note: (text: string) => void): Promise<Result> {
  const costs = new Map<number, Costs>();
  for (const count of archives) {
    note(`${count} articles`);
    costs.set(count, await costsOf(count));
  }
  const readme = join(projectRoot, 'README.md');
  await writeFile(readme, withTable(await readFile(readme, 'utf8'), costTable(costs)));
  const [first] = [...costs.values()] as [Costs];
  return { figures: [...costs].flatMap(([count, each]) => figuresOf(count, each, first)) };
}

function figuresOf(count: number, costs: Costs, first: Costs): Figure[] {
  const figure = (what: string, of: (costs: Costs) => number, unit: Figure['unit']): Figure => ({
    name: `${what}, archive of ${count}`,
    value: of(costs),
    unit,
    ...(costs === first ? {} : { bound: of(first) }),
  });
  return [
    figure('objects written for one new article', ({ publish }) => publish.written, 'writes'),
    figure('all calls to stores and queues for it', ({ publish }) => publish.calls, 'calls'),
    figure('its price', ({ publish }) => priceOf(publish), '$'),
    figure('price of an approved reply', ({ reply }) => priceOf(reply), '$'),
  ];
}
