import { content as layout } from '../../functions/shared/layout.ts';
import type { Recheck } from '../../functions/shared/messages.ts';
import { sourcesOf } from './build-all.ts';
import type { Finished } from './build-site.ts';
import { copyPictures, imageKeys, shareKeys } from './copy-pictures.ts';
import type { Desk } from './desk.ts';
import type { FoundFiles } from './local-content.ts';
import { renderInMemory } from './render-pages.ts';
import { addToManifest, removeFiles, type SiteFolder, writeManifest } from './site-folder.ts';
import { SiteWriter } from './site-writer.ts';
import type { State } from './state.ts';

/** From so many changed files on, all threads together are faster than one that knows what changed. */
const many = 300;

/**
 * Looks at files that changed since the last build, and at what time has changed, and renders the pages that may differ.
 *
 * @returns undefined when all pages may differ
 */
export async function buildChanged(
  desk: Desk,
  site: SiteFolder,
  state: State,
): Promise<Finished | undefined> {
  const { files, content, pipeline, options } = desk;
  const changed = changedKeys(state.files, files);
  const isSetting = (key: string) => key === layout.settings || key === layout.authors;
  if (changed.length > many || changed.some(isSetting)) return undefined;
  pipeline.catalog.restore(state.dump, (id) => state.records.read(id));
  await content.restoreReports(state.reports);
  const due = takeDue(state.timers, options.now);
  for (const [id, at] of state.timers) pipeline.timers.set(id, at);
  const messages: Recheck[] = [...changed.map((key) => ({ key })), ...due.map((id) => ({ id }))];
  const touched = await pipeline.settle(messages);
  if (touched.everything || touched.pages.size > many * 20) return undefined;
  const pages = [...touched.pages].filter((page) => !page.startsWith('preview/'));
  const { present, absent } = await renderInMemory(sourcesOf(desk), pages);
  const { saved, ...dump } = pipeline.catalog.dump();
  const earlier = saved.map(({ id }) => state.records.read(id));
  const before = [...imageKeys(state.dump.images), ...shareKeys(earlier, dump.settings)];
  const pictures = new Set([...imageKeys(dump.images), ...shareKeys(saved, dump.settings)]);
  const keys = new Set([...site.made, ...present.keys(), ...pictures]);
  const gone = before.filter((key) => !pictures.has(key));
  const stale = [...absent, ...gone].filter((key) => site.made.has(key));
  // Before anything is written, so that whoever finds the folder after a crash knows which files are the build's.
  addToManifest(
    site.path,
    [...keys].filter((key) => !site.made.has(key)),
  );
  const copied = copyPictures(desk, site.path, pictures);
  const writer = new SiteWriter(site.path, false);
  let written = copied;
  for (const [key, body] of present) if (writer.put(key, body) === 'written') written += 1;
  removeFiles(site.path, stale);
  for (const key of stale) keys.delete(key);
  if (stale.length > 0) writeManifest(site.path, keys, state.build);
  return {
    keys,
    built: {
      files: files.size,
      pages: keys.size,
      written,
      removed: stale.length,
      reports: content.reports(),
    },
    state: {
      made: desk.made,
      files,
      dump,
      records: state.records.with(saved),
      reports: content.reports(),
      timers: pipeline.timers,
    },
  };
}

function changedKeys(before: FoundFiles, now: FoundFiles): string[] {
  const gone = [...before.keys()].filter((key) => !now.has(key));
  const changed = [...now].flatMap(([key, file]) => {
    const known = before.get(key);
    return known && known.size === file.size && known.changed === file.changed ? [] : [key];
  });
  return [...gone, ...changed];
}

/** Takes out the addresses whose time has come. */
function takeDue(timers: Map<string, string>, now: Date): string[] {
  const due = [...timers].filter(([, at]) => Date.parse(at) <= now.getTime()).map(([id]) => id);
  for (const id of due) timers.delete(id);
  return due;
}
