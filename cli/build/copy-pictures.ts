import { constants, copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { variantsOf, variantUrl } from '../../functions/shared/image-variants.ts';
import type { ImageRecord } from '../../functions/shared/model.ts';
import type { Desk } from './desk.ts';

/** Keys of the files that a site has of its images. */
export function pictureKeys(images: ImageRecord[]): Set<string> {
  const live = images.flatMap(({ state, info }) => (state === 'live' && info ? [info] : []));
  return new Set(
    live.flatMap((info) => variantsOf(info).map((variant) => variantUrl(info, variant).slice(1))),
  );
}

/** Copies the variants of images into the site's folder, those that are not there: their names say what is in them. */
export async function copyPictures(
  { options }: Desk,
  folder: string,
  images: ImageRecord[],
): Promise<{ keys: Set<string>; written: number }> {
  const keys = pictureKeys(images);
  let written = 0;
  for (const key of keys) {
    const path = join(folder, key);
    if (existsSync(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    // Where the file system can, both share their blocks until one of them is changed.
    copyFileSync(join(options.cache, 'pictures', key), `${path}.part`, constants.COPYFILE_FICLONE);
    renameSync(`${path}.part`, path);
    written += 1;
  }
  return { keys, written };
}
