import { imageTypes, type Variant, variantsOf, variantUrl } from '../shared/image-variants.ts';
import type { PurgeMessage } from '../shared/messages.ts';
import type { ImageInfo } from '../shared/model.ts';
import { forEver, type Objects } from '../shared/objects.ts';
import type { Encoder } from './encoder.ts';

/** Keys of the site bucket: `images/wall.jpg.<hash>-800.avif` of `images/wall.jpg`. */
export type Copies = Set<string>;

/** What the site has of an original, and of no other. */
export async function copiesOf(site: Objects, key: string): Promise<Copies> {
  const copies: Copies = new Set();
  for await (const found of site.keys(`${key}.`)) {
    if (/^[0-9a-f]{16}-\d+\.[a-z]+$/.test(found.slice(key.length + 1))) copies.add(found);
  }
  return copies;
}

/** All that the site should have of a version. */
export function copiesFor(info: ImageInfo): string[] {
  return variantsOf(info).map((variant) => copyOf(info, variant));
}

/** The variants of a version that the site does not have. */
export function missing(info: ImageInfo, present: Copies): Variant[] {
  return variantsOf(info).filter((variant) => !present.has(copyOf(info, variant)));
}

function copyOf(info: ImageInfo, variant: Variant): string {
  return variantUrl(info, variant).slice(1);
}

/** Makes variants and puts each where it belongs. One that is there by now has the same bytes: another run was quicker. */
export async function putCopies(
  { site, encoder }: { site: Objects; encoder: Encoder },
  original: Uint8Array,
  info: ImageInfo,
  wanted: Variant[],
): Promise<void> {
  for await (const { variant, body } of encoder.variants(original, info, wanted)) {
    const copy = { body, contentType: imageTypes[variant.format], cacheControl: forEver };
    await site.put(copyOf(info, variant), copy, null);
  }
}

/**
 * Removes copies. The CDN is told before, because a run that crashes in between finds no trace of them when it is
 * repeated; and after, because it may have fetched them again.
 */
export async function removeCopies(
  { site, toPurge }: { site: Objects; toPurge: (message: PurgeMessage) => Promise<void> },
  copies: Copies,
): Promise<boolean> {
  if (copies.size === 0) return false;
  const paths = [...copies].map((copy) => `/${copy}`);
  await toPurge({ paths });
  for (const copy of copies) {
    const head = await site.head(copy);
    if (head) await site.remove(copy, head.etag);
  }
  await toPurge({ paths });
  return true;
}
