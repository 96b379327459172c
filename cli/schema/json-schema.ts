import type { Keys, Shape } from '../../functions/ingest/shape.ts';

/** What an editor says of a key, and values it may offer. */
export type Word = string | readonly [about: string, ...examples: string[]];

/** Words for each group of keys, by the group itself. */
export type Words = ReadonlyMap<Keys, Readonly<Record<string, Word>>>;

type Schema = Record<string, unknown>;

/**
 * The keys of a group as JSON Schema 2020-12, in keywords that draft 7 has too, because older editors know no other.
 *
 * It may be looser than the checks and is never stricter, but for a text of blanks alone where it need not be there.
 */
export function groupSchema(keys: Keys, words: Words): Schema {
  const entries = Object.entries(keys);
  return {
    type: 'object',
    properties: Object.fromEntries(
      entries.map(([name, shape]) => [
        name,
        { ...wordsOn(name, keys, words), ...valueSchema(shape, words, shape.required !== true) },
      ]),
    ),
    required: entries.filter(([, { required }]) => required).map(([name]) => name),
    additionalProperties: false,
  };
}

function wordsOn(name: string, keys: Keys, words: Words): Schema {
  const [description, ...examples] = [words.get(keys)?.[name] ?? []].flat();
  if (description === undefined) throw new Error(`Nobody wrote what the key ${name} is about`);
  return { description, ...(examples.length > 0 ? { examples } : {}) };
}

/** @param mayLack whether the value may be left out: `author:` counts as if it were not there */
export function valueSchema(shape: Shape, words: Words, mayLack = false): Schema {
  const orNull = mayLack ? ['null'] : [];
  switch (shape.is) {
    case 'text': {
      const pattern = shape.pattern?.source ?? (mayLack ? undefined : '\\S');
      return {
        type: oneOrAll(['string', ...orNull]),
        ...(pattern === undefined ? {} : { pattern }),
        // UTF-16 units are at least as many as characters.
        maxLength: shape.longest,
      };
    }
    case 'choice':
      return { enum: [...shape.choices, ...(mayLack ? [null] : [])] };
    case 'flag':
      return { type: oneOrAll(['boolean', ...orNull]) };
    case 'number':
      return {
        type: oneOrAll(['integer', ...orNull]),
        minimum: shape.least,
        maximum: shape.most,
      };
    case 'list':
      return listSchema(shape, words, mayLack);
    case 'group': {
      const schema = groupSchema(shape.keys, words);
      return { ...schema, type: oneOrAll(['object', ...orNull]) };
    }
    case 'either':
      return { anyOf: shape.of.map((each) => valueSchema(each, words, mayLack)) };
  }
}

/** A single text is a list of one. Keywords for texts say nothing of lists, and the other way round. */
function listSchema({ of, most }: Shape & { is: 'list' }, words: Words, mayLack: boolean): Schema {
  const items = valueSchema(of, words);
  const list = { items, maxItems: most };
  const types = ['array', ...(mayLack ? ['null'] : [])];
  if (of.is === 'text') return { ...items, ...list, type: [...types, 'string'] };
  const schema = { type: oneOrAll(types), ...list };
  return of.is === 'choice' ? { anyOf: [schema, items] } : schema;
}

function oneOrAll(types: string[]): string | string[] {
  return types.length === 1 ? String(types[0]) : types;
}
