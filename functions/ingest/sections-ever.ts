import { content as layout, limits } from '../shared/layout.ts';
import type { Ref, SettingsRecord } from '../shared/model.ts';
import type { Objects, ObjectVersion } from '../shared/objects.ts';
import { checkSettings } from './settings.ts';

export type Ever = {
  /** Each once, with the name that the newest version gave it. */
  sections: Ref[];
  /** The newest version that was read; missing when there is none. */
  seen?: string;
  /** So many versions are newer than the one that the stored settings had seen. */
  unread: number;
};

/**
 * All sections that any good `site.yaml` ever named, an earlier life of the file included. The stored settings know
 * them up to the version that they have seen, so that only newer ones are read; without stored settings all are, which
 * finds the same: the bucket keeps every version.
 *
 * To be asked before the newest `site.yaml` is read: a version that comes in between is read next time, and none is
 * left out.
 *
 * @param read what versions said, for whoever asks again
 */
export async function sectionsEver(
  content: Objects,
  { settings, seen }: SettingsRecord,
  read: Map<string, Ref[]>,
): Promise<Ever> {
  const versions = await content.versions(layout.settings);
  const upTo = versions.findIndex(({ versionId }) => versionId === seen);
  const unread = upTo === -1 ? versions : versions.slice(0, upTo);
  const said = await Promise.all(
    readable(unread).map((version) => sectionsIn(content, version, read)),
  );
  const known = upTo === -1 ? [] : [...settings.sections, ...settings.retiredSections];
  const sections = new Map<string, Ref>();
  for (const { slug, name } of [...said.flat(), ...known]) {
    if (!sections.has(slug)) sections.set(slug, { slug, name });
  }
  const newest = versions[0]?.versionId;
  return {
    sections: [...sections.values()],
    ...(newest === undefined ? {} : { seen: newest }),
    unread: unread.length,
  };
}

/** The same bytes are read once. */
function readable(versions: ObjectVersion[]): ObjectVersion[] {
  const kinds = new Map<string, ObjectVersion>();
  for (const version of versions) {
    const { deleteMarker, size, etag } = version;
    if (!deleteMarker && size <= limits.sourceBytes && !kinds.has(etag)) kinds.set(etag, version);
  }
  return [...kinds.values()];
}

async function sectionsIn(
  content: Objects,
  { versionId }: ObjectVersion,
  read: Map<string, Ref[]>,
): Promise<Ref[]> {
  const known = read.get(versionId);
  if (known) return known;
  const object = await content.get(layout.settings, versionId);
  const sections = (object && checkSettings(object.body).settings?.sections) ?? [];
  read.set(versionId, sections);
  return sections;
}
