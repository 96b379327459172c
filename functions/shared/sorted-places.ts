/** So many new places are put in one by one; from more on, sorting all of them is faster. */
const few = 16;

/**
 * Places in their order, as an index of a database has them: looking something up takes steps by the logarithm of their
 * number. Those that come in any order, by the thousand, are sorted when somebody next looks.
 */
export class SortedPlaces {
  readonly #places: string[];
  #added: string[] = [];

  /** @param places in their order */
  constructor(places: string[] = []) {
    this.#places = places;
  }

  /** @param place one that is not there yet */
  add(place: string): void {
    this.#added.push(place);
  }

  delete(place: string): void {
    this.#settle();
    const at = this.#firstFrom(place);
    if (this.#places[at] === place) this.#places.splice(at, 1);
  }

  /** The nearest ones before a place that need not be there, nearest first; none that come before `start`. */
  before(place: string, limit: number, start = ''): string[] {
    this.#settle();
    const end = this.#firstFrom(place);
    return this.#places.slice(Math.max(this.#firstFrom(start), end - limit), end).reverse();
  }

  /** The nearest ones after a place that need not be there, nearest first. */
  after(place: string, limit: number): string[] {
    this.#settle();
    const at = this.#firstFrom(place);
    const start = this.#places[at] === place ? at + 1 : at;
    return this.#places.slice(start, start + limit);
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

/** A place begins with the month of the page that the article is on, and ends with the article's id. */
export function monthIn(place: string): string {
  return place.slice(0, 'yyyy-mm'.length);
}

/** @param place as `placeInList` writes it */
export function idIn(place: string): string {
  return place.slice(place.indexOf('#') + 1);
}
