import type { Catalog } from '../../functions/shared/catalog.ts';
import type { Comments } from '../../functions/shared/comments.ts';
import type { Objects } from '../../functions/shared/objects.ts';
import type { Timers } from '../../functions/timers/timers.ts';
import type { Turn } from './turns.ts';

/** Methods that answer page by page. */
const listings: (string | symbol)[] = ['keys', 'everyCard', 'moved'];

const writing = /^(put|remove|save|note|upload|set|clear)/;

type Call = (...given: unknown[]) => unknown;

/** The same store, but each call, and each page of a listing, waits for its turn. */
export function gated<T extends Objects | Catalog | Comments | Timers>(store: T, turn: Turn): T {
  return new Proxy(store, {
    get(target, name) {
      const call: unknown = Reflect.get(target, name);
      if (typeof call !== 'function') return call;
      const bound = (call as Call).bind(target);
      return listings.includes(name)
        ? (...given: unknown[]) => inTurns(bound(...given) as AsyncIterable<unknown>, turn)
        : async (...given: unknown[]) => {
            await turn(writing.test(String(name)));
            return bound(...given);
          };
    },
  });
}

async function* inTurns<T>(items: AsyncIterable<T>, turn: Turn): AsyncIterable<T> {
  await turn();
  for await (const item of items) {
    yield item;
    await turn();
  }
}
