import fc from 'fast-check';

/** How likely each mishap is: one in so many. Rare ones leave room for histories that need a long quiet stretch. */
type Odds = { crash: number; stall: number; repeat: number };

/** Where a run's luck comes from: numbers that fast-check can replay. */
export type Chance = { numbers: Iterator<number>; length: number; odds: Odds };

export const anyChance: fc.Arbitrary<Chance> = fc
  .record({
    numbers: fc.infiniteStream(fc.nat(0xffff)),
    length: fc.nat(4000),
    odds: fc.record({
      crash: fc.constantFrom(Infinity, 200, 40),
      stall: fc.constantFrom(50, 10),
      repeat: fc.constantFrom(Infinity, 10, 3),
    }),
  })
  .map((chance) => ({
    ...chance,
    // Seed and path, which fast-check prints, bring the numbers back.
    [fc.toStringMethod]: () => `${chance.length} decisions by chance`,
  }));

/**
 * Decides by chance as long as that rules, which is for `length` decisions. Every later one is 0, which everywhere
 * means the plain thing: in order, once, without a mishap. So a failing run shrinks towards one that is easy to
 * follow.
 */
export class Luck {
  readonly #chance: Chance;
  #taken = 0;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    this.#taken += 1;
    if (this.#taken > this.#chance.length) return 0;
    return (this.#chance.numbers.next().value as number) % limit;
  }

  strikes(mishap: keyof Odds): boolean {
    const odds = this.#chance.odds[mishap];
    return odds !== Infinity && this.below(odds) === odds - 1;
  }
}
