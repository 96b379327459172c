import type { Consent, NavigationItem, Problem, Settings } from '../shared/model.ts';
import { spelt } from '../shared/spelling.ts';
import { entriesOf, type Field, mapOf, requiredText, textOf } from './fields.ts';
import { type At, error } from './problems.ts';
import { slugOf } from './refs.ts';
import { consentKeys, sectionKeys, siteKeys } from './settings-shape.ts';
import { linkKeys, linkPattern, slugPattern } from './shape.ts';
import { quoted } from './suggest.ts';
import type { Reading } from './yaml.ts';

/** The sections in their order. Without a slug of its own, a section's slug is made of its name. */
export function sectionsOf(field: Field | undefined, reading: Reading): Settings['sections'] {
  const entries = entriesOf(field, reading, siteKeys.sections.most);
  const known = new Set<string>();
  return entries.flatMap((entry) => {
    const fields = mapOf(entry, reading, { known: Object.keys(sectionKeys) });
    if (!fields) return [];
    const missing = noName(entry.key, 'A section', 'Local news');
    const name = requiredText(fields.name, reading, sectionKeys.name.longest, missing);
    const description = textOf(fields.description, reading, sectionKeys.description.longest);
    const slug = textOf(fields.slug, reading, sectionKeys.slug.longest) ?? slugOf(name ?? '');
    if (name === undefined) return [];
    const problem = slugProblem(fields.slug ?? entry, slug, known, 'section');
    if (problem) {
      reading.problems.push(problem);
      return [];
    }
    known.add(slug);
    return [{ slug, name, ...(description ? { description } : {}) }];
  });
}

export function noName(at: At, what: string, example: string): Problem {
  return error(at, 'missing-key', `${what} has no name.`, `Add “name: ${example}” to it.`);
}

/** @param known the slugs of those before it */
export function slugProblem(
  field: Field,
  slug: string,
  known: { has: (slug: string) => boolean },
  what: 'section' | 'author',
): Problem | undefined {
  if (!slugPattern.test(slug)) {
    const better = spelt(slug);
    const advice = better ? `Write ${better}.` : 'Give it a slug of the letters a to z and digits.';
    const message = `${quoted(slug)} cannot be part of an address.`;
    return error(field.value, 'bad-name', message, advice);
  }
  if (!known.has(slug)) return undefined;
  const message = `There is already ${what === 'author' ? 'an' : 'a'} ${what} with the slug ${quoted(slug)}.`;
  return error(field.value, 'duplicate-key', message, `Give each ${what} a slug of its own.`);
}

/** Links of the navigation, or to accounts elsewhere; undefined when the setting is not there. */
export function linksOf(
  field: Field | undefined,
  reading: Reading,
  { most }: { most: number },
): NavigationItem[] | undefined {
  if (!field) return undefined;
  const { label: labels, url: urls } = linkKeys;
  return entriesOf(field, reading, most).flatMap((entry) => {
    const fields = mapOf(entry, reading, { known: Object.keys(linkKeys) });
    if (!fields) return [];
    const label = requiredText(fields.label, reading, labels.longest, noPart(entry.key, 'label'));
    const url = requiredText(fields.url, reading, urls.longest, noPart(entry.key, 'url'));
    if (label === undefined || url === undefined) return [];
    if (fields.url && !urls.pattern.test(url)) reading.problems.push(badAddress(fields.url, url));
    return [{ label, url }];
  });
}

function noPart(at: At, name: string): Problem {
  const advice = 'Write both: {label: About, url: /about/}.';
  return error(at, 'missing-key', `This link has no ${name}.`, advice);
}

function badAddress({ value }: Field, url: string): Problem {
  const advice = 'Write a path of this site that begins with /, or a full address with https://.';
  return error(value, 'bad-address', `${quoted(url)} is no address to link to.`, advice);
}

/** The consent banner; only its sentence must be given. */
export function consentOf(field: Field | undefined, reading: Reading): Consent | undefined {
  const fields = mapOf(field, reading, { known: Object.keys(consentKeys) });
  if (!field || !fields) return undefined;
  const missing = error(
    field.key,
    'missing-key',
    'The consent banner has no sentence.',
    'Add “text:” with what cookies are for and that one can opt out.',
  );
  const word = (name: 'accept' | 'refuse' | 'more' | 'readMore') =>
    textOf(fields[name], reading, consentKeys[name].longest);
  const text = requiredText(fields.text, reading, consentKeys.text.longest, missing);
  const readMore = word('readMore') ?? '/privacy/';
  if (fields.readMore && !linkPattern.test(readMore)) {
    reading.problems.push(badAddress(fields.readMore, readMore));
  }
  return {
    text: text ?? '',
    accept: word('accept') ?? 'Accept',
    refuse: word('refuse') ?? 'Opt out',
    more: word('more') ?? 'Read more',
    readMore,
  };
}
