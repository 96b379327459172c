import { placeOf } from '../../functions/ingest/places.ts';
import { originalOf, uploadOf } from '../../functions/plan/site-keys.ts';
import { content } from '../../functions/shared/layout.ts';
import type { Recheck } from '../../functions/shared/messages.ts';
import type { Desk } from './newsroom.ts';

/** What the steps are told of when it changes; whatever lies elsewhere never has a page, an image or a report. */
const watched = [content.articles, content.pages, content.images, content.settings];

/** Keys of the content bucket to look at: `there` for those that hold something, the others only left traces. */
export type Stock = { images: string[]; others: string[]; there: Set<string> };

/** Lists what was uploaded, and what is gone but left a report or, as an image, copies on the site. */
export async function takeStock({ content: bucket, site }: Desk): Promise<Stock> {
  const there = new Set<string>();
  const traces = new Set<string>();
  for await (const key of bucket.keys('')) {
    if (key.startsWith(content.reports)) add(traces, uploadOf(key));
    else if (watched.some((prefix) => key.startsWith(prefix))) there.add(key);
  }
  for await (const copy of site.keys(content.images)) add(traces, originalOf(copy));
  const all = [...new Set([...there, ...traces])];
  const isImage = (key: string) => key.startsWith(content.images);
  return { there, images: all.filter(isImage), others: all.filter((key) => !isImage(key)) };
}

/** Articles and pages for ingest: by their keys, and by their address those of which only the catalog knows. */
export async function textsToCheck({ catalog }: Desk, keys: string[]): Promise<Recheck[]> {
  const ids = new Set(await catalog.standingPages());
  for await (const { id } of catalog.everyCard()) ids.add(id);
  const texts = keys.filter((key) => key !== content.settings);
  for (const key of texts) {
    const place = placeOf(key);
    if ('id' in place) ids.delete(place.id);
  }
  return [...texts.map((key) => ({ key })), ...[...ids].map((id) => ({ id }))];
}

function add(keys: Set<string>, key: string | undefined): void {
  if (key !== undefined) keys.add(key);
}

export async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
