import { latestPage } from '../../../shared/layout.ts';
import type { NavigationItem, Ref, Settings } from '../../../shared/model.ts';
import { accountsIn } from '../accounts.ts';

/** A tag or a section. The keys without a value are there because Ghost's helpers tell by them what it is. */
export type Tag = Ref & {
  description: string | null;
  feature_image: null;
  visibility: 'public';
  url: string;
};

export type Author = Ref & {
  bio: string | null;
  /** The first link that leads to no platform; the accounts of the others have names of their own, as in Ghost. */
  website: string | null;
  profile_image: string | null;
  profile_image_alt: string | null;
  cover_image: null;
  location: null;
  links: NavigationItem[];
  url: string;
};

type Described = Ref & { description?: string };

export function tagOf(ref: Described, list = 'tag'): Tag {
  return {
    slug: ref.slug,
    name: ref.name,
    description: ref.description ?? null,
    feature_image: null,
    visibility: 'public',
    url: `/${latestPage(`${list}/${ref.slug}`)}`,
  };
}

/** A section is a tag to a theme; what it is about stands in the settings. */
export function sectionTag(ref: Described, { sections }: Settings): Tag {
  return tagOf(sections.find(({ slug }) => slug === ref.slug) ?? ref, 'section');
}

/** Whoever stands in `authors.yaml` is as it says there. */
export function authorOf(ref: Ref, { profiles }: Settings): Author {
  const profile = profiles.find(({ slug }) => slug === ref.slug);
  const links = profile?.links ?? [];
  const { website = null, ...accounts } = accountsIn(links);
  return {
    slug: ref.slug,
    name: profile?.name ?? ref.name,
    bio: profile?.bio ?? null,
    website,
    profile_image: profile?.picture?.url ?? null,
    profile_image_alt: profile?.picture?.alt ?? null,
    cover_image: null,
    location: null,
    ...accounts,
    links,
    url: `/${latestPage(`author/${ref.slug}`)}`,
  };
}
