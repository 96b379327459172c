import { latestPage } from '../../../shared/layout.ts';
import type { Ref, Settings } from '../../../shared/model.ts';

/** A tag or a section. The keys without a value are there because Ghost's helpers tell by them what it is. */
export type Tag = Ref & {
  description: string | null;
  feature_image: null;
  visibility: 'public';
  url: string;
};

export type Author = Ref & {
  bio: string | null;
  website: null;
  profile_image: null;
  cover_image: null;
  location: null;
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

export function authorOf(ref: Described): Author {
  return {
    slug: ref.slug,
    name: ref.name,
    bio: ref.description ?? null,
    website: null,
    profile_image: null,
    cover_image: null,
    location: null,
    url: `/${latestPage(`author/${ref.slug}`)}`,
  };
}
