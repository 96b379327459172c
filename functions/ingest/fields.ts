import { isMap, isScalar, isSeq, type ParsedNode, type YAMLMap } from 'yaml';
import type { Problem } from '../shared/model.ts';
import { type At, error, warning } from './problems.ts';
import { nearest, oneOf, quoted } from './suggest.ts';
import { badCharacterIn } from './text-check.ts';
import { turning } from './visible.ts';
import type { Reading } from './yaml.ts';

/** One `name: value` of a mapping. `name` is the whole path, for example `hero.alt`. */
export type Field = { name: string; key: At; value: At; node: ParsedNode | null };
export type Fields = Record<string, Field | undefined>;

/** What names a mapping may have, and what to say of some that it may not. */
export type Names = { known: readonly string[]; instead?: Record<string, string> };

/** Takes a mapping apart. A name that is not known is an error; one without a value counts as absent. */
export function readFields(map: YAMLMap.Parsed, names: Names, reading: Reading, path = ''): Fields {
  const fields: Fields = Object.create(null);
  for (const { key, value } of map.items as { key: ParsedNode; value: ParsedNode | null }[]) {
    const name = isScalar(key) ? String(key.value) : '';
    const at = reading.at(key);
    if (!names.known.includes(name)) {
      reading.problems.push(unknownKey(at, path, name, names));
    } else if (value && !(isScalar(value) && value.value === null)) {
      fields[name] = { name: path + name, key: at, value: reading.at(value), node: value };
    }
  }
  return fields;
}

function unknownKey(at: At, path: string, name: string, { known, instead }: Names) {
  const meant = Object.hasOwn(instead ?? {}, name) ? instead?.[name] : nearest(name, known);
  const advice = meant
    ? `Did you mean “${path}${meant}”?`
    : `Delete it; known are ${known.join(', ')}.`;
  return error(at, 'unknown-key', `There is no setting called ${quoted(path + name)}.`, advice);
}

export function wrongType(field: Field, wanted: string, advice: string) {
  return error(field.value, 'wrong-type', `“${field.name}” must be ${wanted}.`, advice);
}

/**
 * A text on one line: runs of blanks and line breaks become one blank, the ends are trimmed, and marks that would turn
 * around what stands beside it are left out.
 */
export function textOf(
  field: Field | undefined,
  reading: Reading,
  maximum: number,
): string | undefined {
  if (!field) return undefined;
  const { node, value: at, name } = field;
  if (!isScalar(node) || typeof node.value !== 'string') {
    const advice = isScalar(node)
      ? `Put it in quotes: "${String(node.source ?? node.value)}".`
      : 'Write it on one line, in quotes.';
    reading.problems.push(wrongType(field, 'a text', advice));
    return undefined;
  }
  if (badCharacterIn(node.value) !== -1) {
    const advice = 'Delete it; such characters are invisible and not allowed.';
    const message = `“${name}” holds a control character.`;
    reading.problems.push(error(at, 'bad-characters', message, advice));
    return undefined;
  }
  const kept = node.value.replaceAll(turning, '');
  const text = kept.replace(/\s+/g, ' ').trim();
  if (text.length > maximum) {
    const message = `“${name}” has ${text.length} characters; at most ${maximum} are taken.`;
    reading.problems.push(error(at, 'too-long', message, 'Shorten it.'));
    return undefined;
  }
  if (text === '') return undefined;
  if (kept !== node.value) reading.problems.push(turned(at, name));
  return text;
}

function turned(at: At, name: string): Problem {
  const message = `“${name}” holds an invisible mark that turns text around; it is left out.`;
  const advice = 'Delete it. If a word needs a hint which way it runs, U+200E and U+200F stay.';
  return warning(at, 'direction-marks', message, advice);
}

/** A text that must be there and say something; `missing` is reported when it does not. */
export function requiredText(
  field: Field | undefined,
  reading: Reading,
  maximum: number,
  missing: Problem,
): string | undefined {
  const before = reading.problems.length;
  const text = textOf(field, reading, maximum);
  if (text === undefined && reading.problems.length === before) {
    reading.problems.push(field ? { ...missing, ...field.value } : missing);
  }
  return text;
}

export function choiceOf<T extends string>(
  field: Field | undefined,
  reading: Reading,
  choices: readonly T[],
): T | undefined {
  const text = textOf(field, reading, 1000);
  if (!field || text === undefined) return undefined;
  const choice = choices.find((known) => known === text);
  if (choice) return choice;
  const meant = nearest(text, choices);
  reading.problems.push(
    error(
      field.value,
      'bad-value',
      `“${field.name}” must be ${oneOf(choices)}, not ${quoted(text)}.`,
      meant ? `Did you mean “${meant}”?` : `Write one of them: ${field.name}: ${choices[0]}.`,
    ),
  );
  return undefined;
}

export function flagOf(field: Field | undefined, reading: Reading): boolean | undefined {
  if (!field) return undefined;
  if (isScalar(field.node) && typeof field.node.value === 'boolean') return field.node.value;
  reading.problems.push(wrongType(field, 'true or false', 'Write it without quotes.'));
  return undefined;
}

/** The entries of a list, named `tags[1]`, `tags[2]`, …; a single text counts as a list of one. */
export function entriesOf(field: Field | undefined, reading: Reading, maximum: number): Field[] {
  if (!field) return [];
  if (isScalar(field.node)) return [field];
  if (!isSeq(field.node)) {
    const advice = `Write ${field.name}: [one, another].`;
    reading.problems.push(wrongType(field, 'a list', advice));
    return [];
  }
  const nodes = field.node.items as ParsedNode[];
  const extra = nodes[maximum];
  if (extra) {
    const message = `“${field.name}” has ${nodes.length} entries; at most ${maximum} are taken.`;
    const advice = 'Keep the most important ones.';
    reading.problems.push(error(reading.at(extra), 'too-many', message, advice));
  }
  return nodes.slice(0, maximum).map((node, index) => {
    const at = reading.at(node);
    return { name: `${field.name}[${index + 1}]`, key: at, value: at, node };
  });
}

/** The mapping in a field, taken apart. */
export function mapOf(
  field: Field | undefined,
  reading: Reading,
  names: Names,
): Fields | undefined {
  if (!field) return undefined;
  if (isMap(field.node)) {
    return readFields(field.node as YAMLMap.Parsed, names, reading, `${field.name}.`);
  }
  const advice = `Write these below it, each indented by two blanks: ${names.known.join(', ')}.`;
  reading.problems.push(wrongType(field, 'a group of settings', advice));
  return undefined;
}
