import type { Catalog } from '../../functions/shared/catalog.ts';
import type { Comments } from '../../functions/shared/comments.ts';
import { entryWrites } from '../../functions/shared/dynamo-writes-store.ts';
import { entriesOf, isNamedList } from '../../functions/shared/entries.ts';
import type { ArticleRecord } from '../../functions/shared/model.ts';
import type { Objects } from '../../functions/shared/objects.ts';
import type { Bend } from './parts.ts';

/** What AWS would charge for, as far as the steps cause it. */
export type Bill = {
  /** Messages that a step was begun with: at most as many invocations, because they come in batches. */
  started: number;
  /** To a queue. */
  messages: number;
  /** S3: objects written, and listings of versions, which cost as much. */
  puts: number;
  /** S3: objects read, or only their heads. */
  gets: number;
  /** DynamoDB: units of 4 KB read consistently, and of 1 KB written, twice as many in a transaction. */
  readUnits: number;
  writeUnits: number;
};

export const noBill: Bill = {
  started: 0,
  messages: 0,
  puts: 0,
  gets: 0,
  readUnits: 0,
  writeUnits: 0,
};

/** Counts what each step does. Texts that a warm function keeps are counted every time: this is the most it can be. */
export function metered(bill: Bill): Bend {
  function sending<T>(send: (messages: T[]) => Promise<void>) {
    return async (messages: T[]) => {
      bill.messages += messages.length;
      await send(messages);
    };
  }
  return (_step, parts) => {
    bill.started += 1;
    return {
      content: meteredObjects(parts.content, bill),
      site: meteredObjects(parts.site, bill),
      catalog: meteredCatalog(parts.catalog, bill),
      comments: meteredReads(parts.comments, bill),
      toIngest: sending(parts.toIngest),
      toRender: sending(parts.toRender),
      toTimers: sending(parts.toTimers),
      toImages: sending(parts.toImages),
    };
  };
}

function meteredObjects(objects: Objects, bill: Bill): Objects {
  return watched(objects, (name) => {
    if (name === 'put' || name === 'versions') bill.puts += 1;
    if (name === 'get' || name === 'head') bill.gets += 1;
  });
}

function meteredReads(comments: Comments, bill: Bill): Comments {
  return watched(comments, (_name, _given, found) => {
    bill.readUnits += units(found, 4096);
  });
}

function meteredCatalog(catalog: Catalog, bill: Bill): Catalog {
  return watched(catalog, (name, given, found) => {
    if (name === 'saveArticle') bill.writeUnits += saved(...(given as Saved));
    else if (/^(save|note)/.test(name)) bill.writeUnits += units(given, 1024);
    else bill.readUnits += name === 'neighbours' ? 2 : units(found, 4096);
  });
}

type Saved = [record: ArticleRecord, previous: ArticleRecord | undefined];

/** As the catalog in DynamoDB does it: a transaction, and before it a note of each list that is joined. */
function saved(record: ArticleRecord, previous: ArticleRecord | undefined): number {
  const [before, after] = [entriesOf(previous), entriesOf(record)];
  const items = [record, ...entryWrites('', before, after)];
  const known = new Set(before.map(({ list }) => list));
  const joined = after.filter(({ list }) => isNamedList(list) && !known.has(list));
  return 2 * items.reduce<number>((sum, item) => sum + units(item, 1024), 0) + joined.length;
}

/** Items are a little smaller in DynamoDB than as JSON. */
function units(found: unknown, size: number): number {
  return Math.max(1, Math.ceil(Buffer.byteLength(JSON.stringify(found ?? null)) / size));
}

/** The same store; `seen` is told of each call when it is answered. */
function watched<T extends object>(
  store: T,
  seen: (name: string, given: unknown[], found: unknown) => void,
): T {
  return new Proxy(store, {
    get(target, name) {
      const call: unknown = Reflect.get(target, name);
      if (typeof call !== 'function') return call;
      return (...given: unknown[]) => {
        const answer: unknown = call.apply(target, given);
        if (!(answer instanceof Promise)) return answer;
        return answer.then((found: unknown) => {
          seen(String(name), given, found);
          return found;
        });
      };
    },
  });
}
