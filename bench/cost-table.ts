import type { Cost } from '../test/newsroom/archive.ts';
import type { Costs } from '../test/rules/costs.ts';
import { lines, priceOf } from './prices.ts';

const tableStart = '<!-- bench/writes.ts writes from here -->';
const tableEnd = '<!-- to here -->';

/** What one new article costs, and a reply to it, in archives of these sizes: a table of Markdown. */
export function costTable(costs: Map<number, Costs>): string {
  const sizes = [...costs.keys()].map((size) => size.toLocaleString('en'));
  const articles = [...costs.values()].map(({ publish }) => publish);
  const replies = [...costs.values()].map(({ reply }) => reply);
  const [article, reply] = [articles[0], replies[0]] as [Cost, Cost];
  const empty = sizes.map(() => '');
  return [
    row('one new article, the archive having', ...sizes, 'price'),
    row('---', ...sizes.map(() => '---:'), '---:'),
    row('pages, feeds and sitemaps rendered', ...articles.map(({ renders }) => renders), ''),
    ...lines.map(({ name, count, price }) =>
      row(name, ...articles.map(count), dollars(price(article))),
    ),
    row('**together**', ...empty, `**${dollars(priceOf(article))}**`),
    row('one approved reply: rendered', ...replies.map(({ renders }) => renders), ''),
    row('**together**', ...empty, `**${dollars(priceOf(reply))}**`),
  ].join('\n');
}

/** The same text with this table between its marks. */
export function withTable(text: string, table: string): string {
  const [before, rest = ''] = text.split(tableStart);
  const [, after] = rest.split(tableEnd);
  if (after === undefined) throw new Error(`There is no place for the table: ${tableStart}`);
  return `${before}${tableStart}\n\n${table}\n\n${tableEnd}${after}`;
}

function row(...cells: (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

function dollars(price: number): string {
  return `$${price.toFixed(6)}`;
}
