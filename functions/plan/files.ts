import { placeOf } from '../ingest/places.ts';
import type { Catalog } from '../shared/catalog.ts';
import { content } from '../shared/layout.ts';
import type { Recheck } from '../shared/messages.ts';
import type { Objects } from '../shared/objects.ts';
import { parsePage } from '../shared/pages.ts';
import { originalOf, pageAt, uploadOf } from './site-keys.ts';

export type Stores = { content: Objects; site: Objects; catalog: Catalog };

/** What the steps are told of when it changes; whatever lies elsewhere never has a page, an image or a report. */
const watched = [
  content.articles,
  content.pages,
  content.images,
  content.settings,
  content.authors,
];

/** They are looked at before anything else, because all files are checked with them. */
export const settingsKeys: string[] = [content.settings, content.authors];

/**
 * Every file to look at but the settings, and of those that are gone whatever left a trace: a report, copies of an
 * image, a page, a record.
 */
export async function filesToCheck(
  stores: Stores,
): Promise<{ images: Recheck[]; texts: Recheck[] }> {
  const keys = new Set<string>();
  const ids = await idsInCatalog(stores.catalog);
  for await (const key of stores.content.keys('')) {
    const upload = uploadOf(key) ?? key;
    if (watched.some((prefix) => upload.startsWith(prefix))) keys.add(upload);
  }
  for await (const key of stores.site.keys('')) {
    const original = originalOf(key);
    if (original) keys.add(original);
    const page = pageAt(key);
    const name = page?.endsWith('/') && parsePage(page);
    if (name && 'id' in name) ids.add(name.id);
  }
  for (const key of settingsKeys) keys.delete(key);
  const isImage = (key: string) => key.startsWith(content.images);
  const texts = [...keys].filter((key) => !isImage(key));
  for (const key of texts) {
    const place = placeOf(key);
    if ('id' in place) ids.delete(place.id);
  }
  return {
    images: [...keys].filter(isImage).map((key) => ({ key })),
    texts: [...texts.map((key) => ({ key })), ...[...ids].map((id) => ({ id }))],
  };
}

/** Whether nothing is known of any article: the catalog was lost, or there never was one. */
export async function isLost(catalog: Catalog): Promise<boolean> {
  for await (const _card of catalog.everyCard()) return false;
  return (await catalog.standingPages()).length === 0;
}

async function idsInCatalog(catalog: Catalog): Promise<Set<string>> {
  const ids = new Set(await catalog.standingPages());
  for await (const { id } of catalog.everyCard()) ids.add(id);
  for await (const id of catalog.moved()) ids.add(id);
  return ids;
}
