import { isDeepStrictEqual } from 'node:util';
import { isUnseen } from '../ingest/places.ts';
import { fateOf, reportOn, reserveReport } from '../ingest/report-file.ts';
import type { Catalog } from '../shared/catalog.ts';
import { type Checked, type Good, type Verdict, verdicts } from '../shared/claim.ts';
import { limits } from '../shared/layout.ts';
import type { PurgeMessage } from '../shared/messages.ts';
import type { ImageInfo, ImageRecord } from '../shared/model.ts';
import type { Objects } from '../shared/objects.ts';
import { untilSettled } from '../shared/settle.ts';
import { checkImage, imageLimits } from './check-image.ts';
import { type Copies, copiesFor, copiesOf, missing, putCopies, removeCopies } from './copies.ts';
import type { Encoder } from './encoder.ts';
import { infoOf, type Original } from './original.ts';

export type ImageParts = {
  content: Objects;
  site: Objects;
  catalog: Catalog;
  encoder: Encoder;
  /** Pixels that the theme asks for, the smallest first. */
  widths: number[];
  toPurge: (message: PurgeMessage) => Promise<void>;
};

/**
 * Brings the site's copies and the catalog's record of one original in line with the content bucket. The newest
 * good version is shown; copies of the good ones just before it stay for pages that are still open or cached, until
 * the original is deleted. A copy that is there is not made again: its name says of which bytes it was made, and how.
 *
 * Copies come before the record that names them and go after it, so that no page is made with an image that is not
 * there. Which copies there are is read before the versions: a copy that came later is of a version this pass may
 * not know, and is left alone.
 */
export async function publishImage(parts: ImageParts, key: string): Promise<void> {
  const { catalog, content, site } = parts;
  if (isUnseen(key)) return;
  const memory = new Map<string, Verdict<ImageInfo>>();
  await untilSettled(key, async () => {
    const bring = await reserveReport(content, key);
    const present = await copiesOf(site, key);
    const stored = await catalog.image(key);
    const judged = await judge(parts, key, present, memory);
    const good = judged.flatMap((verdict) => verdict.good ?? []);
    const [newest] = judged;
    const [shown] = good;
    let wrote = false;
    for (const version of good) wrote = (await bringCopies(parts, key, version, present)) || wrote;
    const next: ImageRecord = shown
      ? { key, revision: 0, state: 'live', info: shown.source }
      : { key, revision: 0, state: 'absent' };
    const known = stored !== undefined || newest !== undefined;
    if (known && !isDeepStrictEqual({ ...next, revision: stored?.revision }, stored)) {
      const revision = (stored?.revision ?? 0) + 1;
      if (!(await catalog.saveImage({ ...next, revision }))) return true;
      wrote = true;
    }
    for (const { source } of good) for (const copy of copiesFor(source)) present.delete(copy);
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
async function judge(
  { content, encoder, widths }: ImageParts,
  key: string,
  present: Copies,
  memory: Map<string, Verdict<ImageInfo>>,
) {
  const isMade = (original: Original) => missing(infoOf(original, widths), present).length === 0;
  const check = async (bytes: Uint8Array): Promise<Checked<ImageInfo>> => {
    const { problems, source } = await checkImage(key, bytes, encoder, isMade);
    return { problems, ...(source ? { source: infoOf(source, widths) } : {}) };
  };
  const judged: Verdict<ImageInfo>[] = [];
  const all = verdicts(content, key, check, { maximum: imageLimits.bytes, memory });
  for await (const verdict of all) {
    judged.push(verdict);
    if (judged.length >= limits.imageCopies && judged.some(({ good }) => good)) break;
  }
  return judged;
}

/**
 * @returns whether anything had to be made
 * @throws when the version is gone for good; the queue delivers the message again
 */
async function bringCopies(
  parts: ImageParts,
  key: string,
  { source, version }: Good<ImageInfo>,
  present: Copies,
): Promise<boolean> {
  const wanted = missing(source, present);
  if (wanted.length === 0) return false;
  const original = await parts.content.get(key, version.versionId);
  if (!original) throw new Error(`${key} has no version ${version.versionId} any more`);
  await putCopies(parts, original.body, source, wanted);
  return true;
}
