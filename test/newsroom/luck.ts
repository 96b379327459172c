import fc from 'fast-check';

const never = 0;

/** How likely each mishap is: one in so many, or never. Rare ones leave room for histories that need a long quiet stretch. */
type Odds = { crash: number; fail: number; stall: number; stallAtWrite: number; repeat: number };

/** Where a run's luck comes from: plain data, so that fast-check can shrink, print and replay it. */
export type Chance = { seed: number; length: number; odds: Odds };

export const anyChance: fc.Arbitrary<Chance> = fc.record({
  seed: fc.noShrink(fc.nat()),
  length: fc.nat(4000),
  odds: fc.record({
    crash: fc.constantFrom(never, never, 200, 60),
    fail: fc.constantFrom(never, 100),
    stall: fc.constantFrom(never, 50),
    stallAtWrite: fc.constantFrom(8, 2),
    repeat: fc.constantFrom(never, never, 10, 3),
  }),
});

/** Nothing happens that was not meant to. */
export const noChance: Chance = {
  seed: 0,
  length: 0,
  odds: { crash: never, fail: never, stall: never, stallAtWrite: never, repeat: never },
};

/**
 * Decides by chance as long as that rules, which is for `length` decisions. Every later one is 0, which everywhere
 * means the plain thing: in order, once, without a mishap. So a failing run shrinks towards one that is easy to
 * follow.
 */
export class Luck {
  readonly #chance: Chance;
  readonly #numbers: Iterator<number>;
  #taken = 0;

  constructor(chance: Chance) {
    this.#chance = chance;
    const [numbers] = fc.sample(fc.infiniteStream(fc.nat(0xffff)), {
      seed: chance.seed,
      numRuns: 1,
    });
    this.#numbers = numbers as Iterator<number>;
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    this.#taken += 1;
    if (this.#taken > this.#chance.length) return 0;
    return (this.#numbers.next().value as number) % limit;
  }

  strikes(mishap: keyof Odds): boolean {
    const odds = this.#chance.odds[mishap];
    return odds !== never && this.below(odds) === odds - 1;
  }
}
