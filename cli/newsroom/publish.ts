import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { nameOf } from '../../functions/images/original.ts';
import { checkAuthors } from '../../functions/ingest/authors-file.ts';
import { composeSettings } from '../../functions/ingest/compose-settings.ts';
import { placeOf } from '../../functions/ingest/places.ts';
import { hasError } from '../../functions/ingest/problems.ts';
import { checkSettings } from '../../functions/ingest/settings.ts';
import { content } from '../../functions/shared/layout.ts';
import type { Settings } from '../../functions/shared/model.ts';
import { Failure } from '../failure.ts';
import { type CheckedFile, checkTogether } from './check-paths.ts';
import { inUploadOrder, isStored, readIfThere, upload } from './content-files.ts';
import { type LocalFile, localFiles } from './content-root.ts';
import type { Desk } from './newsroom.ts';
import { imageOutcome, type Outcome, outcomeOf, settingsOutcome } from './published.ts';
import { untilQuiet } from './queues.ts';
import { until } from './until.ts';

export type Published = { file: CheckedFile; outcome: Outcome };

/**
 * `replaced`: keys of images that nobody named and of which the newsroom has another version. `unchanged`: keys of which
 * the newsroom has these very bytes, so that there is nothing to do.
 */
export type ToPublish = { files: CheckedFile[]; replaced: string[]; unchanged: string[] };

/**
 * The files that are to be published, and the images they show, checked with the settings that will hold: those among
 * the files, else the newsroom's own.
 *
 * @param as the key of the one file, wherever it lies
 */
export async function filesToPublish(
  desk: Desk,
  paths: string[],
  { as, now, all = false }: { as?: string | undefined; now: Date; all?: boolean },
): Promise<ToPublish> {
  const named = await localFiles(paths);
  const chosen = as === undefined ? named : renamed(named, as);
  for (const file of chosen) refuseUnknown(file, as);
  const settings = await settingsToCome(desk, chosen);
  const checked = await checkTogether(chosen, () => settings, now);
  const { images, replaced } = await imagesBeside(desk, checked);
  const files = [...(await checkTogether(images, () => settings, now)), ...checked];
  if (all) return { files, replaced, unchanged: [] };
  // Only what passes: a file that is refused tells so again, even if it was uploaded like that before.
  const stored = await Promise.all(
    files.map(
      async (file) =>
        !hasError(file.problems) && (await isStored(desk, file.key, await readFile(file.path))),
    ),
  );
  return {
    files: files.filter((_, index) => !stored[index]),
    replaced,
    unchanged: files.filter((_, index) => stored[index]).map(({ key }) => key),
  };
}

/**
 * Uploads files, images and settings first, and waits until each is live or refused.
 *
 * @param deadline milliseconds for each file
 * @throws Failure when the newsroom does not answer in time
 */
export async function* publishFiles(
  desk: Desk,
  files: CheckedFile[],
  deadline = 60_000,
): AsyncIterable<Published> {
  const ordered = files.toSorted((a, b) => inUploadOrder(a.key, b.key));
  const isImage = ({ key }: CheckedFile) => key.startsWith(content.images);
  const isText = ({ key }: CheckedFile) => 'id' in placeOf(key);
  const others = ordered.filter((file) => !isImage(file) && !isText(file));
  // One after the other: else reports would warn of images that are on their way.
  for (const group of [ordered.filter(isImage), others, ordered.filter(isText)]) {
    const sent: { file: CheckedFile; version: string; look: Look }[] = [];
    for (const file of group) {
      const bytes = await readFile(file.path);
      const version = await upload(desk, file.key, bytes);
      sent.push({ file, version, look: lookFor(desk, file.key, version, bytes) });
    }
    for (const { file, version, look } of sent) {
      const outcome = await until(look, { deadline, every: 100 });
      if (!outcome) throw await notLive(desk, file, version, deadline);
      // The pages of an article are looked at one by one; of new settings there are as many as the site has.
      if (isOfSettings(file.key)) await untilQuiet(desk, undefined, { deadline });
      yield { file, outcome };
    }
  }
}

type Look = () => Promise<Outcome | undefined>;

function lookFor(desk: Desk, key: string, version: string, bytes: Uint8Array): Look {
  if (isOfSettings(key)) return () => settingsOutcome(desk, key, version, bytes);
  if (!key.startsWith(content.images)) return () => outcomeOf(desk, key, version);
  const name = nameOf(key, bytes);
  return () => imageOutcome(desk, key, version, name);
}

function renamed(files: LocalFile[], as: string): LocalFile[] {
  const [file] = files;
  if (files.length === 1 && file) return [{ ...file, key: as }];
  throw new Failure(`--as names one file, and these are ${files.length}.`, {
    advice: 'Publish them one by one, each with its own --as.',
  });
}

function refuseUnknown({ path, root, key }: LocalFile, as: string | undefined): void {
  if (!root && as === undefined) {
    throw new Failure(`${path} lies in no content folder, so its address is not known.`, {
      advice: `Say where it goes: npx galley publish ${path} --as articles/2026/11/my-story.md`,
    });
  }
  if (key.startsWith(content.images) || placeOf(key).kind !== 'ignored') return;
  throw new Failure(`Galley would ignore ${key}.`, {
    advice: `Hidden files are not published, and what is in ${content.reports} is written by Galley.`,
    exitCode: 1,
  });
}

/** A section may move from the settings to the retired ones by this very upload. */
async function settingsToCome(desk: Desk, files: LocalFile[]): Promise<Settings> {
  const { settings: present } = await desk.catalog.settings();
  const bytesOf = async (wanted: string) => {
    const file = files.find(({ key }) => key === wanted);
    return file && readFile(file.path);
  };
  const [site, authors] = await Promise.all([bytesOf(content.settings), bytesOf(content.authors)]);
  const own = site && checkSettings(site).settings;
  const profiles = authors && checkAuthors(authors).profiles;
  const next = composeSettings({ own, profiles }, new Map(), []);
  const retiredSections = [...present.retiredSections, ...present.sections];
  return {
    ...(own ? { ...next, retiredSections } : present),
    profiles: profiles ? next.profiles : present.profiles,
  };
}

function isOfSettings(key: string): boolean {
  return key === content.settings || key === content.authors;
}

/** Images that the texts show, that lie in their content folder, and that the newsroom does not have like that. */
async function imagesBeside(desk: Desk, files: CheckedFile[]) {
  const images = new Map<string, LocalFile>();
  const replaced: string[] = [];
  const named = new Set(files.map(({ key }) => key));
  for (const { root, source } of files) {
    for (const key of source?.imageKeys ?? []) {
      if (!root || named.has(key) || images.has(key)) continue;
      const path = join(root, key);
      const bytes = await readIfThere(path);
      if (!bytes || (await isStored(desk, key, bytes))) continue;
      if (await desk.content.head(key)) replaced.push(key);
      images.set(key, { path: relative('', path), root, key });
    }
  }
  return { images: [...images.values()], replaced };
}

async function notLive(
  { content }: Desk,
  { path, key }: CheckedFile,
  version: string,
  deadline: number,
): Promise<Failure> {
  const [newest] = await content.versions(key);
  if (newest?.versionId !== version) {
    return new Failure(`Somebody changed ${key} while ${path} was on its way.`, {
      advice: 'Publish it again if yours is to be the one that stays.',
    });
  }
  return new Failure(`${key} is stored, but was not live within ${deadline / 1000} s.`, {
    where: `Version ${version}.`,
    advice:
      'It may still come. If not, an alarm or the dead-letter queues tell why, and "npx galley rebuild" tries all again.',
  });
}
