import { limits } from '../shared/layout.ts';
import type { Problem, Profile } from '../shared/model.ts';
import { authorKeys } from './authors-shape.ts';
import { entriesOf, type Field, mapOf, requiredText, textOf } from './fields.ts';
import { type Named, namedPicture } from './picture.ts';
import { hasError, told, warning } from './problems.ts';
import { slugOf } from './refs.ts';
import { linksOf, noName, slugProblem } from './settings-parts.ts';
import { quoted } from './suggest.ts';
import { readText } from './text-check.ts';
import { type Reading, readYamlList } from './yaml.ts';

/** What `authors.yaml` says of one author. */
export type OwnProfile = Omit<Profile, 'picture'> & { picture?: Named };

const instead = {
  title: 'name',
  biography: 'bio',
  description: 'bio',
  photo: 'picture',
  image: 'picture',
  social: 'links',
  url: 'links',
  website: 'links',
};

/**
 * Checks `authors.yaml`, a list of authors, as strictly as an article. Never throws.
 *
 * @returns `profiles`, in the order of the file, if and only if no problem is an error
 */
export function checkAuthors(bytes: Uint8Array): { problems: Problem[]; profiles?: OwnProfile[] } {
  const read = readText(bytes, limits.authorsBytes);
  if ('problems' in read) return read;
  const { reading, root } = readYamlList(read.text, limits.authorsBytes);
  const at = reading.at(0);
  const whole = root && { name: 'authors', key: at, value: at, node: root };
  const profiles = new Map<string, OwnProfile>();
  for (const entry of entriesOf(whole, reading, limits.profiles)) {
    const profile = profileOf(entry, reading, profiles);
    if (profile) profiles.set(profile.slug, profile);
  }
  const problems = told(reading.problems);
  return hasError(problems) ? { problems } : { problems, profiles: [...profiles.values()] };
}

function profileOf(
  entry: Field,
  reading: Reading,
  known: Map<string, OwnProfile>,
): OwnProfile | undefined {
  const fields = mapOf(entry, reading, { known: Object.keys(authorKeys), instead });
  if (!fields) return undefined;
  const missing = noName(entry.key, 'An author', 'Ines Falk');
  const name = requiredText(fields.name, reading, authorKeys.name.longest, missing);
  const slug = textOf(fields.slug, reading, authorKeys.slug.longest) ?? slugOf(name ?? '');
  const bio = textOf(fields.bio, reading, authorKeys.bio.longest);
  const picture = namedPicture(fields.picture, reading, name ?? '');
  const links = linksOf(fields.links, reading, authorKeys.links) ?? [];
  if (name === undefined) return undefined;
  const problem = slugProblem(fields.slug ?? entry, slug, known, 'author');
  if (problem) {
    reading.problems.push(problem);
    return undefined;
  }
  const namesake = [...known.values()].some((other) => slugOf(other.name) === slugOf(name));
  if (namesake && fields.name) reading.problems.push(sameName(fields.name, name, slug));
  return { slug, name, ...(bio ? { bio } : {}), links, ...(picture ? { picture } : {}) };
}

function sameName({ value }: Field, name: string, slug: string): Problem {
  const message = `There is already an author called ${quoted(name)}, whom bylines mean by that name.`;
  const advice = `Write “author: ${slug}” where it is this one; the page shows the name.`;
  return warning(value, 'repeated-entry', message, advice);
}
