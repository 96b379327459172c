import type { Problem } from '../shared/model.ts';

/** A place in a file: line and column count from 1, columns in UTF-16 units as editors do. */
export type At = { line: number; column: number };

export const start: At = { line: 1, column: 1 };

/** Something that keeps an upload from being published. */
export function error(at: At, code: string, message: string, advice: string): Problem {
  return { code, severity: 'error', line: at.line, column: at.column, message, advice };
}

/** Something the author should know of; the upload is published all the same. */
export function warning(at: At, code: string, message: string, advice: string): Problem {
  return { ...error(at, code, message, advice), severity: 'warning' };
}

export function hasError(problems: Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

/** From the top of the file to its end. */
export function inOrder(problems: Problem[]): Problem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

/** Place of an offset in a text whose first character stands at `from`. */
export function placeAt(text: string, offset: number, from: At = start): At {
  const before = text.slice(0, offset);
  const line = before.split('\n').length - 1;
  const column = offset - before.lastIndexOf('\n');
  return { line: from.line + line, column: line === 0 ? from.column + column - 1 : column };
}
