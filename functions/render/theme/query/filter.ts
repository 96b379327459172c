/** A filter in NQL, the language of Ghost's API, as far as themes write it: https://docs.ghost.org/content-api/filtering */
export type Filter =
  | { kind: 'all'; of: Filter[] }
  | { kind: 'any'; of: Filter[] }
  | { kind: 'is'; key: string; not: boolean; operator: Operator; values: Value[] };

export type Operator = '=' | '>' | '>=' | '<' | '<=' | '~' | '~^' | '~$';
export type Value = string | number | boolean | null;

const start = /\s*([\w.]+):(-?)(>=|<=|>|<|~\^|~\$|~)?/y;
const literal = /\s*(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|([^\s()[\],+'"]+))/y;
const mark = /\s*([()[\],+])/y;

/** Reads one filter from left to right. */
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text.trimEnd();
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** @throws SyntaxError when something else stands there */
  read(pattern: RegExp): string[] {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (!found)
      throw new SyntaxError(`The filter cannot be read from "${this.#text.slice(this.#at)}"`);
    this.#at = pattern.lastIndex;
    return found;
  }

  /** Takes this mark if it comes next. */
  takes(wanted: string): boolean {
    mark.lastIndex = this.#at;
    if (mark.exec(this.#text)?.[1] !== wanted) return false;
    this.#at = mark.lastIndex;
    return true;
  }
}

/** @throws SyntaxError when it is not in this language */
export function parseFilter(text: string): Filter {
  const reader = new Reader(text);
  const filter = anyOf(reader);
  if (!reader.isAtEnd) reader.read(/$/y);
  return filter;
}

function anyOf(reader: Reader): Filter {
  const of = [allOf(reader)];
  while (reader.takes(',')) of.push(allOf(reader));
  return of.length === 1 ? (of[0] as Filter) : { kind: 'any', of };
}

function allOf(reader: Reader): Filter {
  const of = [term(reader)];
  while (reader.takes('+')) of.push(term(reader));
  return of.length === 1 ? (of[0] as Filter) : { kind: 'all', of };
}

function term(reader: Reader): Filter {
  if (reader.takes('(')) {
    const inner = anyOf(reader);
    if (!reader.takes(')')) throw new SyntaxError('A parenthesis of the filter is not closed');
    return inner;
  }
  const [, key = '', not, operator = '='] = reader.read(start);
  const values = valuesOf(reader);
  return { kind: 'is', key, not: not === '-', operator: operator as Operator, values };
}

function valuesOf(reader: Reader): Value[] {
  if (!reader.takes('[')) return [value(reader)];
  const values = [value(reader)];
  while (reader.takes(',')) values.push(value(reader));
  if (!reader.takes(']')) throw new SyntaxError('A bracket of the filter is not closed');
  return values;
}

const words: Record<string, Value> = { true: true, false: false, null: null };

function value(reader: Reader): Value {
  const [, single, double, bare] = reader.read(literal);
  if (bare === undefined) return String(single ?? double).replace(/\\(.)/gs, '$1');
  if (Object.hasOwn(words, bare)) return words[bare] as Value;
  return /^-?\d+(?:\.\d+)?$/.test(bare) ? Number(bare) : bare;
}
