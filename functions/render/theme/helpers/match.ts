import { unwrapped, yesOrNo } from '../handlebars.ts';
import { type Context, choose, unpack } from '../helper.ts';

/**
 * `{{#match title "About"}}`, `{{#match reply_count ">" 1}}`, `{{#match featured}}`: compares without conversion. Without a
 * block it prints `true` or `false`; with more than three arguments or none it prints nothing.
 */
export function match(this: Context, ...called: unknown[]): unknown {
  const { args, options } = unpack(called);
  const [first, second, third] = args.map(unwrapped);
  const count = args.length;
  if (count < 1 || count > 3) return '';
  const isTrue =
    count === 1
      ? isFilled(first, options.hash.includeZero)
      : count === 2
        ? first === second
        : compare(first, String(second), third);
  return options.fn ? choose(isTrue, this, options) : yesOrNo(isTrue);
}

function isFilled(value: unknown, includeZero: unknown): boolean {
  if (value === 0) return Boolean(includeZero);
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function compare(left: unknown, operator: string, right: unknown): boolean {
  const [a, b] = [left, right] as [number, number];
  const texts = typeof left === 'string' && typeof right === 'string';
  switch (operator) {
    case '!=':
      return left !== right;
    case '<':
      return a < b;
    case '>':
      return a > b;
    case '<=':
      return a <= b;
    case '>=':
      return a >= b;
    case '~':
      return texts && left.includes(right);
    case '~^':
      return texts && left.startsWith(right);
    case '~$':
      return texts && left.endsWith(right);
    default:
      return left === right;
  }
}
