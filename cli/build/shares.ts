/** Work in shares, one for each thread. Who is through with the own one takes from the end of the longest. */
export class Shares<T> {
  readonly #shares: T[][];

  /** @param shares what lies in each of them is taken from the beginning */
  constructor(shares: T[][]) {
    this.#shares = shares.map((share) => [...share].reverse());
  }

  next(number: number): T | undefined {
    const own = this.#shares[number]?.pop();
    if (own !== undefined) return own;
    const longest = this.#shares.reduce((a, b) => (b.length > a.length ? b : a), []);
    return longest.shift();
  }
}

/** As many parts of about one length as are asked for, each of neighbours. */
export function partsOf<T>(items: T[], count: number): T[][] {
  return Array.from({ length: count }, (_, nth) =>
    items.slice((items.length * nth) / count, (items.length * (nth + 1)) / count),
  );
}

/** @param most items in each batch, which are neighbours */
export function batchesOf<T>(items: T[], most: number): T[][] {
  return partsOf(items, Math.ceil(items.length / most));
}
