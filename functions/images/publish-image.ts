import { isDeepStrictEqual } from 'node:util';
import { reportOn, reserveReport } from '../ingest/report-file.ts';
import type { Catalog } from '../shared/catalog.ts';
import { readClaim } from '../shared/claim.ts';
import type { PurgeMessage } from '../shared/messages.ts';
import type { ImageRecord } from '../shared/model.ts';
import type { Objects } from '../shared/objects.ts';
import { settle, untilSettled } from '../shared/settle.ts';
import { checkImage, imageLimits } from './check-image.ts';

export type ImageParts = {
  content: Objects;
  site: Objects;
  catalog: Catalog;
  toPurge: (message: PurgeMessage) => Promise<void>;
};

const forEver = 'public, max-age=31536000, immutable';

/**
 * Brings the site's copy and the catalog's record of one original in line with the content bucket. Copies of
 * earlier versions stay for pages that are still open; when the original is deleted, all of them go.
 */
export async function publishImage(parts: ImageParts, key: string): Promise<void> {
  const { catalog, content } = parts;
  if (key.endsWith('/')) return;
  await untilSettled(key, async () => {
    const bring = await reserveReport(content, key);
    const stored = await catalog.image(key);
    const check = (bytes: Uint8Array) => checkImage(key, bytes);
    const { good, newest, problems } = await readClaim(content, key, check, imageLimits.bytes);
    const copied = good
      ? await copy(parts, key, good.version.versionId, good.source)
      : await removeCopies(parts, key);
    const next: ImageRecord = good
      ? { key, revision: 0, state: 'live', info: good.source.info }
      : { key, revision: 0, state: 'absent' };
    const known = stored !== undefined || newest !== undefined;
    const differs = known && !isDeepStrictEqual({ ...next, revision: stored?.revision }, stored);
    if (differs) await catalog.saveImage({ ...next, revision: (stored?.revision ?? 0) + 1 });
    const reported = await bring(reportOn(key, newest?.versionId, problems, good !== undefined));
    return copied || differs || reported;
  });
}

async function copy(
  { content, site }: ImageParts,
  key: string,
  versionId: string,
  { info, contentType }: { info: { url: string }; contentType: string },
): Promise<boolean> {
  const { written } = await settle(site, info.url.slice(1), async () => {
    const original = await content.get(key, versionId);
    return original && { body: original.body, contentType, cacheControl: forEver };
  });
  return written;
}

/** Every copy there ever was: `images/2026/11/wall.<hash>.jpg` of `images/2026/11/wall.jpg`. */
async function removeCopies({ site, toPurge }: ImageParts, key: string): Promise<boolean> {
  const [, stem = key, extension = ''] = /^(.+)\.([^./]+)$/.exec(key) ?? [];
  const paths: string[] = [];
  for await (const found of site.keys(`${stem}.`)) {
    const [hash, ext, ...more] = found.slice(stem.length + 1).split('.');
    if (!/^[0-9a-f]{16}$/.test(hash ?? '') || ext !== extension.toLowerCase() || more[0]) continue;
    await settle(site, found, async () => undefined);
    paths.push(`/${found}`);
  }
  if (paths.length > 0) await toPurge({ paths });
  return paths.length > 0;
}
