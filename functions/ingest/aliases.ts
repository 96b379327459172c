import { content, reservedNames } from '../shared/layout.ts';
import { addressOf } from '../shared/model.ts';
import { entriesOf, type Field, type Fields, textOf } from './fields.ts';
import { frontMatterKeys } from './front-matter-shape.ts';
import { placeOf } from './places.ts';
import { type At, error, warning } from './problems.ts';
import { quoted } from './suggest.ts';
import type { Reading } from './yaml.ts';

/** An address as its id, and where it is named. */
export type Alias = At & { id: string };

/** Addresses at which a file was before. `formerly` holds the ids of those whose replies come along. */
export type Former = { aliases: Alias[]; formerly: string[] };

/**
 * `aliases` and `formerly`: paths of this site that shall lead to the file from now on. Whether they are free is not
 * known here.
 *
 * @param key of the file, whose own address cannot be a former one
 */
export function formerOf(fields: Fields, reading: Reading, key: string): Former {
  const formerly = addressesIn(fields.formerly, reading, frontMatterKeys.formerly, key);
  const others = addressesIn(fields.aliases, reading, frontMatterKeys.aliases, key);
  const known = new Set(formerly.map(({ id }) => id));
  const aliases = [...formerly, ...others.filter(({ id }) => !known.has(id))];
  return { aliases, formerly: [...known] };
}

function addressesIn(
  field: Field | undefined,
  reading: Reading,
  { most, of }: (typeof frontMatterKeys)['aliases' | 'formerly'],
  key: string,
): Alias[] {
  const named = new Map<string, Alias>();
  for (const entry of entriesOf(field, reading, most)) {
    const path = textOf(entry, reading, of.longest);
    const id = path === undefined ? undefined : addressIn(entry, path, reading, key);
    if (id === undefined) continue;
    if (named.has(id)) {
      const message = `${quoted(path)} stands here a second time.`;
      reading.problems.push(warning(entry.value, 'repeated-entry', message, 'Delete one of them.'));
    } else named.set(id, { id, ...entry.value });
  }
  return [...named.values()];
}

/** Slashes at the ends may be there or not. */
function addressIn({ value }: Field, path: string, reading: Reading, key: string) {
  const id = path.replace(/^\/|\/$/g, '');
  const refuse = (message: string, advice: string) => {
    reading.problems.push(error(value, 'bad-alias', message, advice));
    return undefined;
  };
  const own = placeOf(key);
  if ('id' in own && own.id === id) {
    const message = `/${addressOf(id)} is the address of this file itself.`;
    return refuse(message, 'Name only addresses at which it was before.');
  }
  const [first = ''] = id.split('/');
  if ((reservedNames as readonly string[]).includes(first)) {
    const message = `The address ${quoted(path)} belongs to Galley itself.`;
    return refuse(message, 'No file can have been there, so delete it.');
  }
  // What no file can be called can be no address either.
  if ('id' in placeOf(`${content.articles}${id}.md`)) return id;
  return refuse(
    `${quoted(path)} is no address that a page of this site can have.`,
    'Write a path such as /2025/10/old-name/: small letters, digits and single hyphens.',
  );
}
