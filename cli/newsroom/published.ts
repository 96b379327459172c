import { isDeepStrictEqual } from 'node:util';
import { checkAuthors } from '../../functions/ingest/authors-file.ts';
import { composeSettings, picturesOf } from '../../functions/ingest/compose-settings.ts';
import { readPictures } from '../../functions/ingest/picture.ts';
import { placeOf } from '../../functions/ingest/places.ts';
import type { Report } from '../../functions/ingest/report.ts';
import { reportKeysOf } from '../../functions/ingest/report-file.ts';
import { checkSettings } from '../../functions/ingest/settings.ts';
import { sameBytes } from '../../functions/shared/claim.ts';
import { previewOf } from '../../functions/shared/entries.ts';
import { content as layout, siteKey } from '../../functions/shared/layout.ts';
import { addressOf } from '../../functions/shared/model.ts';
import { checkFile } from './check-file.ts';
import type { Desk } from './newsroom.ts';

/** What became of one version of a file. */
export type Outcome =
  | { kind: 'live'; url: string; report?: Report }
  | { kind: 'refused'; report: Report }
  /** Taken in, and nothing of it is live: the report says why. A draft or a scheduled article has a preview. */
  | { kind: 'quiet'; preview?: string; report?: Report };

/**
 * What has become of an upload so far; undefined while it is still on its way.
 *
 * @param key an article or a standing page
 */
export async function outcomeOf(
  desk: Desk,
  key: string,
  versionId: string,
): Promise<Outcome | undefined> {
  const place = placeOf(key);
  if (!('id' in place)) return undefined;
  return unlessRefused(desk, key, versionId, async () => {
    const record = await desk.catalog.article(place.id);
    const names = sameBytes(await desk.content.versions(key), versionId);
    const isOf = (name: string | undefined) => name !== undefined && names.includes(name);
    if (!record || !isOf(record.seen[key])) return undefined;
    if (record.key !== key || !isOf(record.versionId)) {
      // A draft whose address another file has; or it was refused, and the report that says so is about to be written.
      return (await isDraft(desk, key, versionId)) ? { kind: 'quiet' } : undefined;
    }
    if (record.state === 'expired') return { kind: 'quiet' };
    const preview = previewOf(record);
    const page = preview ?? addressOf(place.id);
    const shown = await desk.site.head(siteKey(page));
    if (shown?.meta.source !== record.source) return undefined;
    const { url } = live(desk, `/${page}`);
    return preview ? { kind: 'quiet', preview: url } : { kind: 'live', url };
  });
}

/** @param name what the addresses of its variants begin with, if this version is a usable image */
export async function imageOutcome(
  desk: Desk,
  key: string,
  versionId: string,
  name: string,
): Promise<Outcome | undefined> {
  return unlessRefused(desk, key, versionId, async () => {
    const url = (await desk.catalog.image(key))?.info?.url;
    if (!url?.startsWith(`${name}-`)) return undefined;
    return (await desk.site.head(url.slice(1))) ? live(desk, url) : undefined;
  });
}

/** @param bytes of this version of `site.yaml` or `authors.yaml` */
export async function settingsOutcome(
  desk: Desk,
  key: string,
  versionId: string,
  bytes: Uint8Array,
): Promise<Outcome | undefined> {
  const own = key === layout.settings ? checkSettings(bytes).settings : undefined;
  const profiles = key === layout.authors ? checkAuthors(bytes).profiles : undefined;
  return unlessRefused(desk, key, versionId, async () => {
    if (!own && !profiles) return undefined;
    const { settings } = await desk.catalog.settings();
    const named = picturesOf({ own, profiles });
    const known = await readPictures(desk.catalog, named);
    const said = composeSettings({ own, profiles }, known, []);
    // Which sections are retired follows from earlier versions, and the rest from the other file.
    const { retiredSections } = settings;
    const wanted = own
      ? { ...said, retiredSections, profiles: settings.profiles }
      : { ...settings, profiles: said.profiles };
    return isDeepStrictEqual(settings, wanted) ? live(desk, '/') : undefined;
  });
}

export async function reportOf(desk: Desk, key: string): Promise<Report | undefined> {
  const stored = await desk.content.get(reportKeysOf(key).json);
  return stored && (JSON.parse(Buffer.from(stored.body).toString('utf8')) as Report);
}

function live({ facts }: Desk, path: string): Outcome & { kind: 'live' } {
  return { kind: 'live', url: `${facts.siteUrl}${path}` };
}

/**
 * A report on this very version decides, or goes along as a list of warnings. One on another version is about to
 * be replaced by the step that is still at work, unless it has the same bytes and nothing is wrong with these: then
 * the upload changed nothing. Read last, because it is written after the record.
 */
async function unlessRefused(
  desk: Desk,
  key: string,
  versionId: string,
  look: () => Promise<Outcome | undefined>,
): Promise<Outcome | undefined> {
  const outcome = await look();
  const report = await reportOf(desk, key);
  if (!report) return outcome;
  const isRefused = ['refused', 'kept'].includes(report.outcome);
  if (report.versionId !== versionId) {
    const names = sameBytes(await desk.content.versions(key), versionId);
    if (isRefused || !names.includes(report.versionId)) return undefined;
  }
  if (isRefused || report.outcome === 'taken') return { kind: 'refused', report };
  return outcome && { ...outcome, report };
}

async function isDraft(desk: Desk, key: string, versionId: string): Promise<boolean> {
  const object = await desk.content.get(key, versionId);
  if (!object) return false;
  const { settings } = await desk.catalog.settings();
  const { source } = await checkFile(key, object.body, settings, new Date());
  return source?.draft ?? false;
}
