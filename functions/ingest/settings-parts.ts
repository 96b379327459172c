import { isSafeLink, schemeOf } from '../shared/links.ts';
import type { Consent, NavigationItem, Problem, Settings } from '../shared/model.ts';
import { entriesOf, type Field, mapOf, requiredText, textOf } from './fields.ts';
import { type At, error } from './problems.ts';
import { slugOf, spelt } from './refs.ts';
import { quoted } from './suggest.ts';
import type { Reading } from './yaml.ts';

const most = 50;
const longest = { name: 100, description: 500, address: 2000, sentence: 1000 } as const;

/** The sections in their order. Without a slug of its own, a section's slug is made of its name. */
export function sectionsOf(field: Field | undefined, reading: Reading): Settings['sections'] {
  const entries = entriesOf(field, reading, most);
  const known = new Set<string>();
  return entries.flatMap((entry) => {
    const fields = mapOf(entry, reading, { known: ['slug', 'name', 'description'] });
    if (!fields) return [];
    const name = requiredText(fields.name, reading, longest.name, noName(entry.key));
    const description = textOf(fields.description, reading, longest.description);
    const slug = textOf(fields.slug, reading, longest.name) ?? slugOf(name ?? '');
    if (name === undefined) return [];
    const problem = slugProblem(fields.slug ?? entry, slug, known);
    if (problem) {
      reading.problems.push(problem);
      return [];
    }
    known.add(slug);
    return [{ slug, name, ...(description ? { description } : {}) }];
  });
}

function noName(at: At): Problem {
  const advice = 'Add “name: Local news” to it.';
  return error(at, 'missing-key', 'A section has no name.', advice);
}

function slugProblem(field: Field, slug: string, known: Set<string>): Problem | undefined {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) {
    const better = spelt(slug);
    const advice = better ? `Write ${better}.` : 'Give it a slug of the letters a to z and digits.';
    const message = `${quoted(slug)} cannot be part of an address.`;
    return error(field.value, 'bad-name', message, advice);
  }
  if (!known.has(slug)) return undefined;
  const message = `There is already a section with the slug ${quoted(slug)}.`;
  return error(field.value, 'duplicate-key', message, 'Give each section a slug of its own.');
}

/** Links of the navigation or the footer; undefined when the setting is not there. */
export function linksOf(field: Field | undefined, reading: Reading): NavigationItem[] | undefined {
  if (!field) return undefined;
  return entriesOf(field, reading, most).flatMap((entry) => {
    const fields = mapOf(entry, reading, { known: ['label', 'url'] });
    if (!fields) return [];
    const label = requiredText(fields.label, reading, longest.name, noPart(entry.key, 'label'));
    const url = requiredText(fields.url, reading, longest.address, noPart(entry.key, 'url'));
    if (label === undefined || url === undefined) return [];
    if (fields.url && !leadsSomewhere(url)) reading.problems.push(badAddress(fields.url, url));
    return [{ label, url }];
  });
}

function noPart(at: At, name: string): Problem {
  const advice = 'Write both: {label: About, url: /about/}.';
  return error(at, 'missing-key', `This link has no ${name}.`, advice);
}

/** The same link stands on every page, so it must not be relative to one. */
function leadsSomewhere(url: string): boolean {
  return isSafeLink(url) && (schemeOf(url) !== undefined || /^\/(?![/\\])/.test(url));
}

function badAddress({ value }: Field, url: string): Problem {
  const advice = 'Write a path of this site that begins with /, or a full address with https://.';
  return error(value, 'bad-address', `${quoted(url)} is no address to link to.`, advice);
}

/** The consent banner; only its sentence must be given. */
export function consentOf(field: Field | undefined, reading: Reading): Consent | undefined {
  const fields = mapOf(field, reading, { known: ['text', 'accept', 'refuse', 'more', 'readMore'] });
  if (!field || !fields) return undefined;
  const missing = error(
    field.key,
    'missing-key',
    'The consent banner has no sentence.',
    'Add “text:” with what cookies are for and that one can opt out.',
  );
  const text = requiredText(fields.text, reading, longest.sentence, missing);
  const readMore = textOf(fields.readMore, reading, longest.address) ?? '/privacy/';
  if (fields.readMore && !leadsSomewhere(readMore)) {
    reading.problems.push(badAddress(fields.readMore, readMore));
  }
  return {
    text: text ?? '',
    accept: textOf(fields.accept, reading, longest.name) ?? 'Accept',
    refuse: textOf(fields.refuse, reading, longest.name) ?? 'Opt out',
    more: textOf(fields.more, reading, longest.name) ?? 'Read more',
    readMore,
  };
}
