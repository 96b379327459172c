import { createHash } from 'node:crypto';
import type { Ref, Settings } from '../shared/model.ts';
import type { ProblemCode } from '../shared/problem-codes.ts';
import { spelt } from '../shared/spelling.ts';
import { entriesOf, type Field, type Fields, textOf } from './fields.ts';
import { frontMatterKeys } from './front-matter-shape.ts';
import { error, warning } from './problems.ts';
import { nearest, oneOf, quoted } from './suggest.ts';
import type { Reading } from './yaml.ts';

const { longest: longestName } = frontMatterKeys.section;

/** A newsroom has few names, and each of its articles is in several of them. */
const slugs = new Map<string, string>();
const most = 10_000;

/**
 * The part of an address that a name becomes: as it is spelt, or, when a word of it is in a script that nobody here
 * can spell in Latin (張偉, רבין), a number that only this name has. Empty for mere punctuation.
 */
export function slugOf(name: string): string {
  const known = slugs.get(name);
  if (known !== undefined) return known;
  const slug = newSlugOf(name);
  if (slugs.size < most) slugs.set(name, slug);
  return slug;
}

function newSlugOf(name: string): string {
  const slug = spelt(name);
  const isLost = (word: string) => /\p{L}/u.test(word) && spelt(word) === '';
  const whole = slug !== '' && !name.split(/\s+/).some(isLost);
  if (whole || !/[\p{L}\p{N}\p{S}]/u.test(name)) return slug;
  const hash = createHash('sha256').update(name.normalize('NFC')).digest('hex');
  return `n${hash.slice(0, 10)}`;
}

export function tagsOf(field: Field | undefined, reading: Reading): Ref[] {
  return refsOf(field, reading, frontMatterKeys.tags.most, 'bad-tag');
}

/** `author` takes one name, `authors` several. Who has a profile is called as that has it; others stay as typed. */
export function authorsOf(
  { author, authors }: Fields,
  reading: Reading,
  { profiles }: Settings,
): Ref[] {
  if (author && authors) {
    const message = 'Both “author” and “authors” are given.';
    reading.problems.push(error(author.key, 'duplicate-key', message, 'Keep one of the two.'));
  }
  return refsOf(authors ?? author, reading, frontMatterKeys.authors.most, 'bad-author', profiles);
}

/** A section is called by its slug or its name, as `site.yaml` has them. */
export function sectionOf(
  field: Field | undefined,
  reading: Reading,
  { sections, retiredSections }: Settings,
): Ref | undefined {
  const text = textOf(field, reading, longestName);
  if (!field || text === undefined) return undefined;
  const typed = slugOf(text);
  const isMeant = ({ slug, name }: Ref) => slug === typed || slugOf(name) === typed;
  const found = sections.find(isMeant);
  if (found) return { slug: found.slug, name: found.name };
  const slugs = sections.map((section) => section.slug);
  const retired = retiredSections.find(isMeant);
  if (retired) {
    const message = `site.yaml no longer has the section ${quoted(retired.name)}.`;
    const advice = 'The article stays in it; move it to another one, or add the section again.';
    reading.problems.push(warning(field.value, 'retired-section', message, advice));
    return { slug: retired.slug, name: retired.name };
  }
  const meant = nearest(text, slugs);
  const choice = slugs.length > 0 ? `Choose ${oneOf(slugs)}` : 'Delete it';
  reading.problems.push(
    error(
      field.value,
      'unknown-section',
      `There is no section ${quoted(text)}.`,
      meant ? `Did you mean “${meant}”?` : `${choice}, or add the section to site.yaml.`,
    ),
  );
  return undefined;
}

/** Two names with one slug would be one list, so the second is left out. */
function refsOf(
  field: Field | undefined,
  reading: Reading,
  maximum: number,
  code: ProblemCode,
  known: Ref[] = [],
): Ref[] {
  const refs = new Map<string, Ref>();
  for (const entry of entriesOf(field, reading, maximum)) {
    const name = textOf(entry, reading, longestName);
    if (name === undefined) continue;
    const { slug, name: shown } = meant(name, known);
    if (slug === '') {
      const message = `${quoted(name)} has no letter and no digit.`;
      const advice = 'Write the name out, or delete it.';
      reading.problems.push(error(entry.value, code, message, advice));
    } else if (refs.has(slug)) {
      const message = `${quoted(name)} is the same as ${quoted(refs.get(slug)?.name)}.`;
      reading.problems.push(warning(entry.value, 'repeated-entry', message, 'Delete one of them.'));
    } else {
      refs.set(slug, { slug, name: shown });
    }
  }
  return [...refs.values()];
}

/**
 * Whoever is called exactly like that is meant, before one whose slug looks the same: nobody has to know the slugs of
 * others. Of two with one name it is the first; the other is called by the slug.
 */
function meant(name: string, known: Ref[]): Ref {
  const slug = slugOf(name);
  const found =
    known.find((ref) => ref.name === name) ??
    known.find((ref) => ref.slug === slug) ??
    known.find((ref) => slugOf(ref.name) === slug);
  return found ?? { slug, name };
}
