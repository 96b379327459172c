/** Chance that is the same in each run: mulberry32, by Tommy Ettinger, in the public domain. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 up to 1, without 1. */
  roll(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to the bound, without it. */
  below(bound: number): number {
    return Math.floor(this.roll() * bound);
  }

  one<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)] as T;
  }

  /** Of two tries the one nearer to the beginning. */
  uneven<T>(choices: readonly T[]): T {
    return choices[Math.min(this.below(choices.length), this.below(choices.length))] as T;
  }
}
