import fc from 'fast-check';

/**
 * Where a run's luck comes from: numbers that fast-check can replay. The first `length` decisions are by chance,
 * all later ones are 0, which everywhere means the plain thing: in order, once, without a crash. So a failing run
 * shrinks towards one that is easy to follow.
 */
export type Chance = { numbers: Iterator<number>; length: number };

export const anyChance: fc.Arbitrary<Chance> = fc
  .record({ numbers: fc.infiniteStream(fc.nat(0xffff)), length: fc.nat(4000) })
  .map(({ numbers, length }) => ({
    numbers,
    length,
    // Seed and path, which fast-check prints, bring the numbers back.
    [fc.toStringMethod]: () => `${length} decisions by chance`,
  }));

/** Answers a whole number below `limit`. */
export type Pick = (limit: number) => number;

export function pickWith({ numbers, length }: Chance): Pick {
  let taken = 0;
  return (limit) => {
    taken += 1;
    return taken > length ? 0 : (numbers.next().value as number) % limit;
  };
}

/** No luck at all. */
export const plainly: Pick = () => 0;
