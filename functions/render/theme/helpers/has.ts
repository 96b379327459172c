import { unwrapped } from '../handlebars.ts';
import { type Context, choose, type Options } from '../helper.ts';

type Named = { name: string };
type Check = (expression: string, context: Context, data: Options['data']) => boolean;

const checks: Record<string, Check> = {
  tag: (expression, { tags }) => inList(expression, tags),
  author: (expression, { authors }) => inList(expression, authors),
  slug: (expression, { slug }) => isSame(expression, slug),
  id: (expression, { id }) => isSame(expression, id),
  visibility: (expression, { visibility }) => isSame(expression, visibility),
  number: (expression, _context, { number }) => isAmong(expression, number),
  index: (expression, _context, { index }) => isAmong(expression, index),
  any: (expression, context, data) =>
    paths(expression).some((path) => isFilled(path, context, data)),
  all: (expression, context, data) =>
    paths(expression).every((path) => isFilled(path, context, data)),
};

/**
 * `{{#has tag="news, count:>1" author="Ada"}}…{{else}}…{{/has}}`: whether one of the attributes is true of the post.
 * Prints nothing when there is none that it knows.
 */
export function has(this: Context, options: Options): string {
  const asked = Object.entries(options.hash).filter(([name]) => Object.hasOwn(checks, name));
  if (asked.length === 0) return '';
  const isTrue = asked.some(([name, value]) => {
    const expression = String(unwrapped(value) ?? '');
    return expression !== '' && checks[name]?.(expression, this, options.data);
  });
  return choose(isTrue, this, options);
}

function inList(expression: string, refs: unknown): boolean {
  const named = Array.isArray(refs) ? (refs as Named[]) : undefined;
  const [, sign, amount] = /count:([<>]?)(\d+)/.exec(expression) ?? [];
  if (amount !== undefined) return named !== undefined && isCount(named.length, sign, amount);
  if (expression.includes('count:')) return false;
  const names = expression.split(',').map((name) => name.trim().toLocaleLowerCase());
  return named?.some(({ name }) => names.includes(name.toLocaleLowerCase())) ?? false;
}

function isCount(length: number, sign: string | undefined, amount: string): boolean {
  if (sign === '>') return length > Number(amount);
  return sign === '<' ? length < Number(amount) : length === Number(amount);
}

function isSame(expression: string, value: unknown): boolean {
  return typeof value === 'string' && expression.toLocaleLowerCase() === value.toLocaleLowerCase();
}

/** `3, 5` or `nth:3`. */
function isAmong(expression: string, value: unknown): boolean {
  const nth = /^nth:(\d+)/.exec(expression)?.[1];
  if (nth) return Number(value) % Number(nth) === 0;
  return expression.split(',').some((each) => Number.parseInt(each, 10) === value);
}

function paths(expression: string): string[] {
  return expression.split(',').map((path) => path.trim().toLocaleLowerCase());
}

/** `@site.logo` or a path in the post. Numbers and yes-or-no count as empty, as in Ghost. */
function isFilled(
  path: string,
  context: Context,
  { site, config, labs }: Options['data'],
): boolean {
  const [start, steps]: [unknown, string] = path.startsWith('@')
    ? [{ site, config, labs }, path.slice(1)]
    : [context, path];
  const found = steps.split('.').reduce(own, start);
  if (typeof found === 'string' || Array.isArray(found)) return found.length > 0;
  return typeof found === 'object' && found !== null && Object.keys(found).length > 0;
}

function own(value: unknown, step: string): unknown {
  return Object.hasOwn(Object(value), step) ? (value as Context)[step] : undefined;
}
