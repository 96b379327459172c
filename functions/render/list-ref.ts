import type { Card, Ref, Settings } from '../shared/model.ts';

/**
 * What a list is called: a section as the settings have it, an author as `authors.yaml` does, everything else as the
 * newest article shown writes it. Undefined for home, and for a list of which nothing is known.
 */
export function listRef(
  list: string,
  cards: Card[],
  settings: Settings,
): (Ref & { description?: string }) | undefined {
  const [kind, slug] = list.split('/');
  const [card] = cards;
  const isMeant = (ref: Ref | undefined) => ref?.slug === slug;
  switch (kind) {
    case 'section':
      return settings.sections.find(isMeant) ?? [card?.section].find(isMeant);
    case 'tag':
      return card?.tags.find(isMeant);
    case 'author': {
      const profile = settings.profiles.find(isMeant);
      if (!profile) return card?.authors.find(isMeant);
      const { name, bio } = profile;
      return { slug: profile.slug, name, ...(bio ? { description: bio } : {}) };
    }
    default:
      return undefined;
  }
}

/** Home and the sections of the settings have their pages and feeds before they have articles. */
export function isAlwaysThere(list: string, { sections }: Pick<Settings, 'sections'>): boolean {
  return list === 'home' || sections.some(({ slug }) => list === `section/${slug}`);
}
