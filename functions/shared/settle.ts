import { createHash } from 'node:crypto';
import type { NewObject, ObjectHead, Objects } from './objects.ts';

/** How often a write may be overtaken before the message goes back to the queue. */
const attempts = 20;

export type Settled = { written: boolean; removed: boolean };

/**
 * Makes the object at `key` equal to what `produce` says (undefined: no object), by compare and set.
 *
 * The token is read before the state, so a slow writer loses against a newer one. A pass that wrote goes round
 * once more and ends only when a pass finds nothing to write: an ETag is the same again when a page returns to
 * earlier bytes, so the token alone would let an old pass slip in between (the ABA case).
 *
 * @throws when it was overtaken too often; the queue delivers the message again
 */
export async function settle(
  objects: Objects,
  key: string,
  produce: () => Promise<NewObject | undefined>,
): Promise<Settled> {
  const settled = { written: false, removed: false };
  await untilSettled(key, async () => {
    const bring = await reserve(objects, key);
    const wanted = await produce();
    const outcome = await bring(wanted);
    if (outcome === 'written') settled[wanted ? 'written' : 'removed'] = true;
    return outcome !== 'same';
  });
  return settled;
}

/**
 * Repeats a pass (read tokens, read state, write what differs) until one finds nothing to write.
 *
 * @param pass answers whether it wrote, or tried to and was overtaken
 * @throws when it was overtaken too often; the queue delivers the message again
 */
export async function untilSettled(what: string, pass: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (!(await pass())) return;
  }
  throw new Error(`${what} was overtaken ${attempts} times; it is tried again from the queue`);
}

export type Outcome = 'same' | 'written' | 'overtaken';

/** Reads the token of a key now; the answer writes with it later, if anything differs. */
export async function reserve(
  objects: Objects,
  key: string,
): Promise<(wanted: NewObject | undefined) => Promise<Outcome>> {
  const head = await objects.head(key);
  return async (wanted) => {
    if (!wanted) {
      if (!head) return 'same';
      return (await objects.remove(key, head.etag)) ? 'written' : 'overtaken';
    }
    const digest = digestOf(wanted);
    if (head && isSame(head, digest)) return 'same';
    const object = { ...wanted, meta: { ...wanted.meta, digest } };
    return (await objects.put(key, object, head?.etag ?? null)) ? 'written' : 'overtaken';
  };
}

/** Kept as metadata instead of comparing ETags, which are no checksum on an encrypted bucket. */
function isSame(head: ObjectHead, digest: string): boolean {
  return head.meta.digest === digest;
}

function digestOf(object: NewObject): string {
  const meta = Object.entries(object.meta ?? {}).sort();
  return createHash('sha256')
    .update(JSON.stringify([object.contentType, object.cacheControl ?? '', meta]))
    .update(object.body)
    .digest('hex');
}
