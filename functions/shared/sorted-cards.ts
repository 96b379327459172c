import type { Card } from './model.ts';

/** So many new places are put in one by one; from more on, sorting all of them is faster. */
const few = 16;

/**
 * Cards in the order of their places, as an index of a database has them: looking something up takes steps by the
 * logarithm of their number. Places that come in any order, by the thousand, are sorted when somebody next looks.
 */
export class SortedCards {
  readonly #cards = new Map<string, Card>();
  /** In order. */
  readonly #places: string[] = [];
  #added: string[] = [];

  set(place: string, card: Card): void {
    if (!this.#cards.has(place)) this.#added.push(place);
    this.#cards.set(place, card);
  }

  delete(place: string): void {
    if (!this.#cards.delete(place)) return;
    this.#settle();
    this.#places.splice(this.#firstFrom(place), 1);
  }

  /** The nearest ones before a place that need not be there, nearest first; none that come before `start`. */
  before(place: string, limit: number, start = ''): Card[] {
    this.#settle();
    const end = this.#firstFrom(place);
    return this.#at(Math.max(this.#firstFrom(start), end - limit), end).reverse();
  }

  /** The nearest ones after a place that need not be there, nearest first. */
  after(place: string, limit: number): Card[] {
    this.#settle();
    const at = this.#firstFrom(place);
    const start = this.#places[at] === place ? at + 1 : at;
    return this.#at(start, start + limit);
  }

  #at(start: number, end: number): Card[] {
    return this.#places.slice(start, end).map((place) => this.#cards.get(place) as Card);
  }

  #settle(): void {
    const added = this.#added;
    if (added.length === 0) return;
    this.#added = [];
    if (added.length > few) {
      this.#places.push(...added);
      this.#places.sort();
      return;
    }
    for (const place of added) this.#places.splice(this.#firstFrom(place), 0, place);
  }

  /** Where the first place stands that is not before this one. */
  #firstFrom(place: string): number {
    let [low, high] = [0, this.#places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#places[middle] as string) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
