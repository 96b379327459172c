import { isDeepStrictEqual } from 'node:util';
import { isUnseen } from '../ingest/places.ts';
import { fateOf, reportOn, reserveReport } from '../ingest/report-file.ts';
import type { Catalog } from '../shared/catalog.ts';
import { type Verdict, verdicts } from '../shared/claim.ts';
import { limits } from '../shared/layout.ts';
import type { PurgeMessage } from '../shared/messages.ts';
import type { ImageRecord } from '../shared/model.ts';
import type { Objects } from '../shared/objects.ts';
import { untilSettled } from '../shared/settle.ts';
import { checkImage, type Image, imageLimits } from './check-image.ts';
import { copiesOf, putCopy, removeCopies } from './copies.ts';

export type ImageParts = {
  content: Objects;
  site: Objects;
  catalog: Catalog;
  toPurge: (message: PurgeMessage) => Promise<void>;
};

/**
 * Brings the site's copies and the catalog's record of one original in line with the content bucket. The newest
 * good version is shown; copies of the good ones just before it stay for pages that are still open or cached, until
 * the original is deleted.
 *
 * Copies come before the record that names them and go after it, so that no page is made with an image that is not
 * there. Which copies there are is read before the versions: a copy that came later is of a version this pass may
 * not know, and is left alone.
 */
export async function publishImage(parts: ImageParts, key: string): Promise<void> {
  const { catalog, content, site } = parts;
  if (isUnseen(key)) return;
  const memory = new Map<string, Verdict<Image>>();
  await untilSettled(key, async () => {
    const bring = await reserveReport(content, key);
    const present = await copiesOf(site, key);
    const stored = await catalog.image(key);
    const judged = await judge(content, key, memory);
    const good = judged.flatMap((verdict) => verdict.good ?? []);
    const [newest] = judged;
    const [shown] = good;
    let wrote = false;
    for (const version of good) {
      if (present.has(version.source.info.url.slice(1))) continue;
      if (!(await putCopy(parts, key, version))) return true;
      wrote = true;
    }
    const next: ImageRecord = shown
      ? { key, revision: 0, state: 'live', info: shown.source.info }
      : { key, revision: 0, state: 'absent' };
    const known = stored !== undefined || newest !== undefined;
    if (known && !isDeepStrictEqual({ ...next, revision: stored?.revision }, stored)) {
      const revision = (stored?.revision ?? 0) + 1;
      if (!(await catalog.saveImage({ ...next, revision }))) return true;
      wrote = true;
    }
    for (const { source } of good) present.delete(source.info.url.slice(1));
    const removed = await removeCopies(parts, present);
    const fate = fateOf(newest?.version, shown?.version);
    const report = reportOn(key, newest?.version.versionId, fate, newest?.problems ?? []);
    const reported = await bring(report);
    return wrote || removed || reported;
  });
}

/**
 * The newest versions, and those before them as far as one of them is good. Originals are large: each is read once,
 * however often a pass is repeated, and old ones not at all.
 */
async function judge(content: Objects, key: string, memory: Map<string, Verdict<Image>>) {
  const check = (bytes: Uint8Array) => checkImage(key, bytes);
  const judged: Verdict<Image>[] = [];
  const all = verdicts(content, key, check, { maximum: imageLimits.bytes, memory });
  for await (const verdict of all) {
    judged.push(verdict);
    if (judged.length >= limits.imageCopies && judged.some(({ good }) => good)) break;
  }
  return judged;
}
