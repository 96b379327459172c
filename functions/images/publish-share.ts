import type { Catalog } from '../shared/catalog.ts';
import { placeInList } from '../shared/entries.ts';
import type { ImagesMessage } from '../shared/images-messages.ts';
import type { PurgeMessage } from '../shared/messages.ts';
import { forEver, type Objects } from '../shared/objects.ts';
import { untilSettled } from '../shared/settle.ts';
import { sharedArticle, sharePicture, sharePrefix } from '../shared/share-picture.ts';
import { sharesBesideLists } from '../shared/shares.ts';
import { type Copies, removeCopies } from './copies.ts';
import type { DrawShare } from './draw-share.ts';

/** The pictures of how many articles one message names: a few seconds of work. */
const articlesAtOnce = 1_000;

export type ShareParts = {
  catalog: Catalog;
  site: Objects;
  drawShare: DrawShare;
  toImages: (messages: ImagesMessage[]) => Promise<void>;
  toPurge: (message: PurgeMessage) => Promise<void>;
  /** @default 1,000 */
  articlesAtOnce?: number;
};

/**
 * Brings the share picture of an article, or of a standing page, in line with its record and the settings. Earlier ones
 * go: other sites keep what they fetched.
 */
export async function publishShare(parts: ShareParts, id: string): Promise<void> {
  const { catalog, site, drawShare } = parts;
  await untilSettled(`the share picture of ${id}`, async () => {
    const present = await picturesOf(site, id);
    const record = await catalog.article(id);
    const { settings } = await catalog.settings();
    const card = record?.state === 'live' ? record.card : undefined;
    const wanted = card && sharePicture(card, settings);
    const key = wanted?.url.slice(1) ?? '';
    const isNew = wanted !== undefined && !present.delete(key);
    if (isNew) {
      const body = await drawShare(wanted.words);
      await site.put(key, { body, contentType: 'image/png', cacheControl: forEver }, null);
    }
    const removed = await removeCopies(parts, present);
    return isNew || removed;
  });
}

/**
 * Names the articles of a part of the list of all, and then the place to go on from. With the first part come those that
 * are in no list: standing pages, and whatever has a picture.
 */
export async function nameShares(parts: ShareParts, after: string): Promise<void> {
  const { catalog, toImages, articlesAtOnce: most = articlesAtOnce } = parts;
  const ids = new Set(after === '' ? await sharesBesideLists(parts) : []);
  let count = 0;
  let next: string | undefined;
  for await (const card of catalog.everyCard(after)) {
    if (!card.hero) ids.add(card.id);
    count += 1;
    if (count < most) continue;
    next = placeInList(card);
    break;
  }
  await toImages([...ids].map((share) => ({ share })));
  if (next !== undefined) await toImages([{ everyShareAfter: next }]);
}

async function picturesOf(site: Objects, id: string): Promise<Copies> {
  const pictures: Copies = new Set();
  for await (const key of site.keys(sharePrefix(id))) {
    if (sharedArticle(key) === id) pictures.add(key);
  }
  return pictures;
}
