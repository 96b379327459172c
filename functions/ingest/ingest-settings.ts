import { isDeepStrictEqual } from 'node:util';
import { type Checked, readClaim } from '../shared/claim.ts';
import { defaultSettings } from '../shared/default-settings.ts';
import { content as layout, limits } from '../shared/layout.ts';
import type { Ref, Settings } from '../shared/model.ts';
import type { Objects } from '../shared/objects.ts';
import { untilSettled } from '../shared/settle.ts';
import type { IngestParts } from './ingest.ts';
import { fateOf, reportOn, reserveReport } from './report-file.ts';
import { checkSettings } from './settings.ts';

type OwnSettings = Omit<Settings, 'retiredSections'>;

/**
 * Brings the settings record in line with `site.yaml`, then has every file checked again: whether a section is
 * known, and which zone a date is in, depends on it. Asked for even when nothing changed, because an earlier try
 * may have crashed just before asking.
 */
export async function ingestSettings(parts: IngestParts): Promise<void> {
  await bringSettings(parts);
  await parts.toIngest([{ everyKeyAfter: '' }]);
}

/**
 * Brings the settings record in line with `site.yaml`, and into being when there is none: the pages that every site
 * has are made when the record comes, whether or not it says anything.
 */
export async function bringSettings({ catalog, content, quiet }: IngestParts): Promise<void> {
  await untilSettled(layout.settings, async () => {
    const bring = await reserveReport(content, layout.settings);
    const stored = await catalog.settings();
    const claim = await readClaim(content, layout.settings, check);
    const settings: Settings = {
      ...(claim.good?.source ?? defaultSettings),
      retiredSections: await retiredSections(content, claim.good?.source ?? defaultSettings),
    };
    const differs = stored.revision === 0 || !isDeepStrictEqual(settings, stored.settings);
    const revision = stored.revision + 1;
    const told = quiet && stored.revision === 0 ? { quiet } : {};
    if (differs) await catalog.saveSettings({ revision, settings, ...told });
    const { newest, problems } = claim;
    const report = reportOn(
      layout.settings,
      newest?.versionId,
      fateOf(newest, claim.good?.version),
      problems,
    );
    const reported = await bring(report);
    return differs || reported;
  });
}

function check(bytes: Uint8Array): Checked<OwnSettings> {
  const { problems, settings } = checkSettings(bytes);
  return { problems, ...(settings ? { source: settings } : {}) };
}

/**
 * Sections that any earlier good `site.yaml` named: a section can leave the navigation, but its articles stay.
 * Read from the bucket's versions, so that a rebuild of the catalog knows them too.
 */
async function retiredSections(content: Objects, present: OwnSettings): Promise<Ref[]> {
  const known = new Set(present.sections.map((section) => section.slug));
  const retired = new Map<string, Ref>();
  for (const { sections } of await everySettings(content)) {
    for (const { slug, name } of sections) {
      if (!known.has(slug) && !retired.has(slug)) retired.set(slug, { slug, name });
    }
  }
  return [...retired.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** What each good version ever said, newest first; the same bytes are read once. */
async function everySettings(content: Objects): Promise<OwnSettings[]> {
  const versions = await content.versions(layout.settings);
  const readable = versions.filter(
    ({ deleteMarker, size, etag }, index) =>
      !deleteMarker &&
      size <= limits.sourceBytes &&
      versions.findIndex((other) => other.etag === etag) === index,
  );
  const objects = await Promise.all(
    readable.map(({ versionId }) => content.get(layout.settings, versionId)),
  );
  return objects.flatMap((object) => (object && check(object.body).source) ?? []);
}
