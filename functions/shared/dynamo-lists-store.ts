import type { Catalog } from './catalog.ts';
import { all, cardsOf, type Query, some } from './dynamo-query-store.ts';
import { catalogKeys } from './layout.ts';
import { type Card, monthOf } from './model.ts';

type Lists = Pick<
  Catalog,
  | 'latest'
  | 'olderThan'
  | 'newerThan'
  | 'month'
  | 'neighbours'
  | 'months'
  | 'lists'
  | 'standingPages'
  | 'everyCard'
>;

/** Sorts after each place in a list, as all of them begin with a year. */
const end = '~';

/** The lists of the catalog: each is a partition of the table, sorted by place. */
export function dynamoLists(query: Query): Lists {
  function older(list: string, place: string, limit: number): Promise<Card[]> {
    return cardsOf(query, { ...ask(list, 'sk < :place', place), ScanIndexForward: false }, limit);
  }

  function newer(list: string, place: string, limit: number): Promise<Card[]> {
    return cardsOf(query, ask(list, 'sk > :place', place), limit);
  }

  async function olderMonth(list: string, bound: string): Promise<string | undefined> {
    const [card] = await older(list, bound, 1);
    return card && monthOf(card);
  }

  async function monthsOfYear(list: string, newest: string): Promise<string[]> {
    const months: string[] = [];
    let next: string | undefined = newest;
    while (next?.startsWith(yearOf(newest))) {
      months.push(next);
      next = await olderMonth(list, next);
    }
    return months;
  }

  return {
    latest: (list, limit) => older(list, end, limit),
    olderThan: older,
    newerThan: newer,

    month(list, month, limit) {
      const question = ask(list, 'begins_with(sk, :place)', month);
      return cardsOf(query, { ...question, ScanIndexForward: false }, limit);
    },

    async neighbours(list, month) {
      const [before, [after]] = await Promise.all([
        olderMonth(list, month),
        newer(list, `${month}${end}`, 1),
      ]);
      return { ...(before ? { older: before } : {}), ...(after ? { newer: monthOf(after) } : {}) };
    },

    async months(list) {
      // The newest month of each year one after the other, then the others of all years at the same time.
      const newest: string[] = [];
      let next = await olderMonth(list, end);
      while (next) {
        newest.push(next);
        next = await olderMonth(list, yearOf(next));
      }
      const years = await Promise.all(newest.map((month) => monthsOfYear(list, month)));
      return years.flat();
    },

    async lists() {
      const found: string[] = [];
      for await (const item of query(all(catalogKeys.list('').pk))) found.push(String(item.sk));
      return found;
    },

    async standingPages() {
      const found = await cardsOf(query, all(listKey('pages')));
      return found.map((card) => card.id);
    },

    async *everyCard(after) {
      // No key is empty, and none may be compared with an empty one.
      const question = after ? ask('home', 'sk > :place', after) : all(listKey('home'));
      for await (const item of query(question)) yield item.card as Card;
    },
  };
}

function ask(list: string, condition: string, place: string) {
  return some(listKey(list), condition, place);
}

function yearOf(month: string): string {
  return month.slice(0, 4);
}

function listKey(list: string): string {
  return catalogKeys.entry(list, '', '').pk;
}
