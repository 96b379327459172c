import type { Catalog } from '../shared/catalog.ts';
import type { ImageInfo } from '../shared/model.ts';

/** What is known of originals, by key in the order asked for; null when there is no usable one (yet). */
export type KnownImages = ReadonlyMap<string, ImageInfo | null>;

/**
 * Looks originals up.
 *
 * @param note called with each before it is read: whichever of image and user comes second sees the other
 */
export async function knownImages(
  catalog: Pick<Catalog, 'image'>,
  keys: string[],
  note: (key: string) => Promise<void>,
): Promise<KnownImages> {
  const found = keys.map(async (key) => {
    await note(key);
    const record = await catalog.image(key);
    return [key, (record?.state === 'live' && record.info) || null] as const;
  });
  return new Map(await Promise.all(found));
}

/** What reports say of one that is not there. */
export function notThere(key: string): string {
  return `${key} is not there, or is not an image that can be shown.`;
}
