import type { Good } from '../shared/claim.ts';
import type { PurgeMessage } from '../shared/messages.ts';
import type { Objects } from '../shared/objects.ts';
import type { Image } from './check-image.ts';

const forEver = 'public, max-age=31536000, immutable';

/** What the site has of an original: `images/wall.<hash>.jpg` of `images/wall.jpg`, each with its ETag. */
export type Copies = Map<string, string>;

/**
 * The copies of one original, and of no other: stems hold no dot, so `images/wall.png` and `images/wall-2.jpg` have
 * other ones, and the extension is written as in the original, so `images/wall.JPG` has too.
 */
export async function copiesOf(site: Objects, key: string): Promise<Copies> {
  const [, stem = key, extension = ''] = /^(.+)\.([^./]+)$/.exec(key) ?? [];
  const copies: Copies = new Map();
  for await (const found of site.keys(`${stem}.`)) {
    const [hash = '', ...rest] = found.slice(stem.length + 1).split('.');
    if (!/^[0-9a-f]{16}$/.test(hash) || rest.join('.') !== extension) continue;
    const head = await site.head(found);
    if (head) copies.set(found, head.etag);
  }
  return copies;
}

/**
 * @returns false when another run was quicker, so that everything has to be looked at again
 * @throws when the version is gone for good; the queue delivers the message again
 */
export async function putCopy(
  { content, site }: { content: Objects; site: Objects },
  key: string,
  { version, source }: Good<Image>,
): Promise<boolean> {
  const original = await content.get(key, version.versionId);
  if (!original) throw new Error(`${key} has no version ${version.versionId} any more`);
  const copy = { body: original.body, contentType: source.contentType, cacheControl: forEver };
  return site.put(source.info.url.slice(1), copy, null);
}

/**
 * Removes copies that are still what they were when they were listed. The CDN is told before, because a run that
 * crashes in between finds no trace of them when it is repeated; and after, because it may have fetched them again.
 */
export async function removeCopies(
  { site, toPurge }: { site: Objects; toPurge: (message: PurgeMessage) => Promise<void> },
  copies: Copies,
): Promise<boolean> {
  if (copies.size === 0) return false;
  const paths = [...copies.keys()].map((copy) => `/${copy}`);
  await toPurge({ paths });
  for (const [copy, etag] of copies) await site.remove(copy, etag);
  await toPurge({ paths });
  return true;
}
