import { defaultSettings } from '../shared/default-settings.ts';
import type { Profile, Ref, Settings } from '../shared/model.ts';
import type { OwnProfile } from './authors-file.ts';
import type { KnownImages } from './known-images.ts';
import { type Named, pictureOf } from './picture.ts';
import type { OwnSettings } from './settings.ts';

/** What the two files say, each in its newest good version. */
export type Said = { own?: OwnSettings | undefined; profiles?: OwnProfile[] | undefined };

/** Every picture that the settings show, once for each place. */
export function picturesOf({ own, profiles = [] }: Said): Named[] {
  return [own?.logo, ...profiles.map(({ picture }) => picture)].filter(
    (named) => named !== undefined,
  );
}

/**
 * The settings that follow from the files, always with their parts in one order.
 *
 * @param ever sections that any good `site.yaml` named, each as the newest did
 */
export function composeSettings(
  { own, profiles = [] }: Said,
  known: KnownImages,
  ever: Ref[],
): Settings {
  const { profiles: _none, retiredSections: _nor, ...defaults } = defaultSettings;
  const { logo: named, ...said } = own ?? { ...defaults, logo: undefined };
  const logo = pictureOf(named, known);
  return {
    ...said,
    ...(logo ? { logo } : {}),
    profiles: profiles.map((profile) => profileOf(profile, known)),
    retiredSections: retired(ever, said.sections),
  };
}

function profileOf({ picture: named, ...said }: OwnProfile, known: KnownImages): Profile {
  const picture = pictureOf(named, known);
  return { ...said, ...(picture ? { picture } : {}) };
}

/** A section can leave the navigation, but its articles stay. */
function retired(ever: Ref[], present: Ref[]): Ref[] {
  return ever
    .filter(({ slug }) => !present.some((section) => section.slug === slug))
    .map(({ slug, name }) => ({ slug, name }))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
}
