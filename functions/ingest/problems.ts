import type { Problem } from '../shared/model.ts';
import type { ProblemCode } from '../shared/problem-codes.ts';
import { visible } from './visible.ts';

/** A place in a file: line and column count from 1, columns in UTF-16 units as editors do. */
export type At = { line: number; column: number };

export const start: At = { line: 1, column: 1 };

/** Something that keeps an upload from being published. What is said may repeat what was typed. */
export function error(at: At, code: ProblemCode, message: string, advice: string): Problem {
  const { line, column } = at;
  const [said, todo] = [visible(message), visible(advice)];
  return { code, severity: 'error', line, column, message: said, advice: todo };
}

/** Something the author should know of; the upload is published all the same. */
export function warning(at: At, code: ProblemCode, message: string, advice: string): Problem {
  return { ...error(at, code, message, advice), severity: 'warning' };
}

export function hasError(problems: Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

/** From the top of the file to its end. */
export function inOrder(problems: Problem[]): Problem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

/** So many problems one report tells; whoever has more of them has made the same mistake again and again. */
const mostTold = 100;

/**
 * What a report says, from the top of the file to its end. Of very many problems the first errors are told, else the
 * first warnings, and how many there are beside them.
 */
export function told(problems: Problem[]): Problem[] {
  const all = inOrder(problems);
  if (all.length <= mostTold) return all;
  const errors = all.filter((problem) => problem.severity === 'error');
  const warnings = all.filter((problem) => problem.severity === 'warning');
  const first = [...errors, ...warnings].slice(0, mostTold);
  return [...inOrder(first), untold(all.length - mostTold, errors.length > mostTold, all.at(-1))];
}

function untold(count: number, isError: boolean, last: At = start): Problem {
  const message = `There ${count === 1 ? 'is one more problem' : `are ${count} more problems`}.`;
  const advice = 'Correct these first and upload the file again; its report names the rest.';
  return (isError ? error : warning)(last, 'more-problems', message, advice);
}

/** Tells the places of offsets in a text whose first character stands at `from`. Lines are looked for once. */
export function placesIn(text: string, from: At = start): (offset: number) => At {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    const line = lastUpTo(starts, offset);
    const column = offset - (starts[line] ?? 0) + 1;
    return { line: from.line + line, column: line === 0 ? from.column + column - 1 : column };
  };
}

/** Index of the last of ascending numbers that is not above a bound; the first number never is. */
export function lastUpTo(numbers: number[], bound: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= bound) low = middle;
    else high = middle - 1;
  }
  return low;
}
