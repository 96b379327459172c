import { constants, copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CatalogDump } from '../../functions/shared/catalog-dump.ts';
import { variantsOf, variantUrl } from '../../functions/shared/image-variants.ts';
import type { ArticleRecord, ImageRecord, Settings } from '../../functions/shared/model.ts';
import { sharePicture } from '../../functions/shared/share-picture.ts';
import type { Desk } from './desk.ts';

/** Keys of the files that a site has of its images. */
export function imageKeys(images: ImageRecord[]): string[] {
  const live = images.flatMap(({ state, info }) => (state === 'live' && info ? [info] : []));
  return live.flatMap((info) =>
    variantsOf(info).map((variant) => variantUrl(info, variant).slice(1)),
  );
}

/** Keys of the pictures that other sites show of articles which have none. */
export function shareKeys(
  records: (ArticleRecord | undefined)[],
  { settings }: CatalogDump['settings'],
): string[] {
  return records.flatMap((record) => shareKey(record, settings) ?? []);
}

function shareKey(record: ArticleRecord | undefined, settings: Settings): string | undefined {
  if (record?.state !== 'live' || !record.card) return undefined;
  return sharePicture(record.card, settings)?.url.slice(1);
}

/** Copies pictures into the site's folder, those that are not there: their names say what is in them. */
export function copyPictures({ pictures }: Desk, folder: string, keys: Iterable<string>): number {
  let written = 0;
  for (const key of keys) {
    const path = join(folder, key);
    if (existsSync(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    // Where the file system can, both share their blocks until one of them is changed.
    copyFileSync(pictures.path(key), `${path}.part`, constants.COPYFILE_FICLONE);
    renameSync(`${path}.part`, path);
    written += 1;
  }
  return written;
}
