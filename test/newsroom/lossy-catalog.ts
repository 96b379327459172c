import type { MemoryCatalog } from '../../functions/shared/memory-catalog.ts';

/** A catalog that can be lost, under the feet of whoever is at work with it. */
export function lossyCatalog(make: () => MemoryCatalog) {
  let present = make();
  const catalog = new Proxy(present, {
    get(_first, name) {
      // Not bound here: a call may wait for its turn until all is lost.
      return (...given: unknown[]) => Reflect.get(present, name).apply(present, given);
    },
  });
  const lose = () => {
    present = make();
  };
  return { catalog, lose };
}
