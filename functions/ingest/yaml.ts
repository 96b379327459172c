import {
  type Document,
  isAlias,
  isMap,
  isSeq,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Problem } from '../shared/model.ts';
import type { ProblemCode } from '../shared/problem-codes.ts';
import { type At, error, hasError, placesIn } from './problems.ts';
import { quoted } from './suggest.ts';

/** A YAML text on its way to values: where its nodes stand, and what is wrong so far. */
export type Reading = {
  at(node: { range?: [number, number, number] | null } | number): At;
  problems: Problem[];
};

export type YamlRead<T = YAMLMap.Parsed> = { reading: Reading; root?: T };

/** Far more than any front matter needs, and few enough that no YAML takes noticeable time. */
const longest = 32 * 1024;

/**
 * Parses one YAML mapping.
 *
 * @param firstLine line of the file on which the text begins
 * @returns no root when there is nothing usable; then the problems say why, unless the text is empty
 */
export function readYaml(text: string, firstLine: number): YamlRead {
  const { reading, root } = parse(text, firstLine, longest);
  if (!root || isMap(root)) return { reading, ...(root ? { root: root as YAMLMap.Parsed } : {}) };
  reading.problems.push(
    error(
      reading.at(root),
      'bad-yaml',
      'These lines are not settings of the form “name: value”.',
      'Write one name, a colon, a blank and the value on each line, for example “title: The wall”.',
    ),
  );
  return { reading };
}

/** Parses a file that is one YAML list of groups. @param most characters of it */
export function readYamlList(text: string, most: number): YamlRead<YAMLSeq.Parsed> {
  const { reading, root } = parse(text, 1, most);
  if (!root || isSeq(root)) return { reading, ...(root ? { root: root as YAMLSeq.Parsed } : {}) };
  const message = 'These lines are not a list.';
  const advice = 'Begin each entry with “- name: ” and indent the rest of it by two blanks.';
  reading.problems.push(error(reading.at(root), 'bad-yaml', message, advice));
  return { reading };
}

/**
 * With the core schema of YAML 1.2, in which `off` and dates are text. Anchors, aliases and tags are refused: nothing
 * here needs them, and they are how YAML bombs and unsafe types come about.
 */
function parse(text: string, firstLine: number, most: number): YamlRead<ParsedNode> {
  const reading = readingOf(text, firstLine);
  if (text.length > most) {
    const message = `There are ${text.length} characters of settings; at most ${most} are taken.`;
    reading.problems.push(error(reading.at(0), 'too-long', message, 'Move the text out of them.'));
    return { reading };
  }
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    stringKeys: true,
    prettyErrors: false,
    // With 'silent' the parser would not tell of a second document.
    logLevel: 'error',
  });
  reading.problems.push(...syntaxProblems(document.errors, text, reading));
  if (!hasError(reading.problems)) refuseReferences(document, text, reading);
  if (hasError(reading.problems) || document.contents === null) return { reading };
  return { reading, root: document.contents };
}

function readingOf(text: string, firstLine: number): Reading {
  const placeOf = placesIn(text, { line: firstLine, column: 1 });
  return {
    problems: [],
    at: (node) => placeOf(typeof node === 'number' ? node : (node.range?.[0] ?? 0)),
  };
}

/** A name that stands twice leaves the rest readable; of other errors only the first is not an aftermath. */
function syntaxProblems(errors: YAMLError[], text: string, { at }: Reading): Problem[] {
  const repeated = errors.filter((found) => found.code === 'DUPLICATE_KEY');
  const first = errors.find((found) => found.code !== 'DUPLICATE_KEY');
  return [...repeated, ...(first ? [first] : [])].map((found) => {
    const [code, message, advice] = explain(found, text);
    return error(at(found.pos[0]), code, message, advice);
  });
}

function explain({ code, message, pos }: YAMLError, text: string): [ProblemCode, string, string] {
  switch (code) {
    case 'DUPLICATE_KEY': {
      const [name = ''] = text.slice(pos[0], pos[0] + 100).split(/[:\n]/, 1);
      const message = `${quoted(name.trim())} stands here a second time.`;
      return ['duplicate-key', message, 'Keep one of the two.'];
    }
    case 'MULTIPLE_DOCS':
      return [
        'multiple-documents',
        'A second YAML document begins here.',
        'Keep one block of settings; delete the line of “---” or “...” between them.',
      ];
    case 'TAB_AS_INDENT':
      return ['bad-yaml', 'This line begins with a tab.', 'YAML wants blanks; use two of them.'];
    case 'BLOCK_AS_IMPLICIT_KEY':
      return [
        'bad-yaml',
        'There is a second colon in this value.',
        'Put the whole value in quotes: title: "Harbour: the wall holds".',
      ];
    case 'MISSING_CHAR':
      if (message.startsWith('Implicit map keys')) {
        return [
          'bad-yaml',
          'This line has no colon.',
          'Write a name, a colon, a blank and a value.',
        ];
      }
      return ['bad-yaml', 'A quote or bracket was opened before here and not closed.', 'Close it.'];
    case 'RESOURCE_EXHAUSTION':
      return ['bad-yaml', 'There are too many brackets or groups in each other.', 'Delete them.'];
    case 'BAD_SCALAR_START':
      return ['bad-yaml', 'A value cannot begin with this character.', 'Put the value in quotes.'];
    default:
      return [
        'bad-yaml',
        `This cannot be read as YAML: ${message.split('\n', 1)[0]}.`,
        'Compare with the example in the guide for authors; values with signs like : # @ need quotes.',
      ];
  }
}

function refuseReferences(document: Document, text: string, { at, problems }: Reading): void {
  // A document without these signs has none of them, and going through it takes as long as a tenth of parsing it.
  if (!/[&*!]/.test(text)) return;
  visit(document, {
    Node(_, node) {
      const { anchor, tag, range } = node;
      const [what, sign] = isAlias(node) ? ['alias', '*'] : tag ? ['tag', '!'] : ['anchor', '&'];
      if (what === 'anchor' && !anchor) return;
      // A node begins behind its tag and anchor.
      const offset = text.lastIndexOf(sign, range?.[0] ?? 0);
      const advice = 'Write the value itself; if it begins with & * or !, put it in quotes.';
      const message = `YAML’s ${what} is not used here.`;
      problems.push(error(at(Math.max(offset, 0)), 'unsupported-yaml', message, advice));
      return visit.SKIP;
    },
  });
}
