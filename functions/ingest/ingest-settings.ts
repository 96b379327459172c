import { isDeepStrictEqual } from 'node:util';
import { type Checked, type Claim, readClaim, type Verdict } from '../shared/claim.ts';
import { content as layout, limits } from '../shared/layout.ts';
import type { Problem, Ref, SettingsRecord } from '../shared/model.ts';
import { untilSettled } from '../shared/settle.ts';
import { checkAuthors, type OwnProfile } from './authors-file.ts';
import { composeSettings, picturesOf, type Said } from './compose-settings.ts';
import type { IngestParts } from './ingest.ts';
import { missingPictures, readPictures } from './picture.ts';
import { told } from './problems.ts';
import { fateOf, reportOn, reserveReport } from './report-file.ts';
import { sectionsEver } from './sections-ever.ts';
import { checkSettings, type OwnSettings } from './settings.ts';

/**
 * Brings the settings record in line with `site.yaml` and `authors.yaml`, then has every file checked again: whether a
 * section is known, which zone a date is in and whom a byline means depends on them. Asked for even when nothing
 * changed, because an earlier try may have crashed just before asking.
 */
export async function ingestSettings(parts: IngestParts): Promise<void> {
  await bringSettings(parts);
  await parts.toIngest([{ everyKeyAfter: '' }]);
}

/**
 * Brings the settings record in line with the two files and the pictures that they name, and into being when there is
 * none: the pages that every site has are made when the record comes, whether or not it says anything.
 */
export async function bringSettings({ catalog, content, quiet }: IngestParts): Promise<void> {
  const memory = {
    site: new Map<string, Verdict<OwnSettings>>(),
    authors: new Map<string, Verdict<OwnProfile[]>>(),
    sections: new Map<string, Ref[]>(),
  };
  await untilSettled(layout.settings, async () => {
    const bringSite = await reserveReport(content, layout.settings);
    const bringAuthors = await reserveReport(content, layout.authors);
    const stored = await catalog.settings();
    const ever = await sectionsEver(content, stored, memory.sections);
    const site = await readClaim(content, layout.settings, checkSite, { memory: memory.site });
    const authors = await readClaim(content, layout.authors, checkEveryAuthor, {
      memory: memory.authors,
      maximum: limits.authorsBytes,
    });
    const own = site.good?.source;
    const profiles = authors.good?.source;
    const known = await readPictures(catalog, picturesOf({ own, profiles }), async (key) => {
      if (!stored.images?.includes(key)) await catalog.noteUse(key, layout.settings);
    });
    const next: SettingsRecord = {
      revision: stored.revision + 1,
      settings: composeSettings({ own, profiles }, known, ever.sections),
      ...(known.size > 0 ? { images: [...known.keys()] } : {}),
      ...(ever.seen === undefined ? {} : { seen: ever.seen }),
      ...(quiet && stored.revision === 0 ? { quiet } : {}),
    };
    const differs = isNew(stored, next) || ever.unread >= limits.unread;
    if (differs) await catalog.saveSettings(next);
    const missingIn = (said: Said) => missingPictures(picturesOf(said), known);
    const toldSite = await bringSite(reportOf(site, missingIn({ own })));
    const toldAuthors = await bringAuthors(reportOf(authors, missingIn({ profiles })));
    return differs || toldSite || toldAuthors;
  });
}

function checkSite(bytes: Uint8Array): Checked<OwnSettings> {
  const { problems, settings } = checkSettings(bytes);
  return { problems, ...(settings ? { source: settings } : {}) };
}

function checkEveryAuthor(bytes: Uint8Array): Checked<OwnProfile[]> {
  const { problems, profiles } = checkAuthors(bytes);
  return { problems, ...(profiles ? { source: profiles } : {}) };
}

/** What a version was seen of is not told by itself, or an upload that changes nothing would be a change. */
function isNew(stored: SettingsRecord, next: SettingsRecord): boolean {
  const { settings, images } = next;
  if (stored.revision === 0) return true;
  return !isDeepStrictEqual(
    { settings, images },
    { settings: stored.settings, images: stored.images },
  );
}

/** The places of missing pictures are those in the version that is shown. */
function reportOf<T>({ key, newest, good, problems }: Claim<T>, missing: Problem[]) {
  const fate = fateOf(newest, good?.version);
  const all = fate === 'published' ? told([...problems, ...missing]) : problems;
  return reportOn(key, newest?.versionId, fate, all);
}
