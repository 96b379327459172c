import { hasError } from '../../functions/ingest/problems.ts';
import type { Problem } from '../../functions/shared/model.ts';
import { printable } from './reply-words.ts';

type WithProblems = { path: string; problems: Problem[] };

/** Each problem on a line `file:line:column severity code`, which editors turn into a link, and what to do. */
export function problemText({ path, problems }: WithProblems): string {
  return problems
    .flatMap(({ line, column, severity, code, message, advice }) => [
      `${path}:${line}:${column} ${severity} ${code}`,
      `  ${printable(message)}`,
      `  ${printable(advice)}`,
    ])
    .join('\n');
}

/** `3 files checked: 1 error, no warning.` */
export function summary(files: WithProblems[]): string {
  const { errors, warnings } = countProblems(files);
  const checked = `${count(files.length, 'file')} checked`;
  return `${checked}: ${count(errors, 'error')}, ${count(warnings, 'warning')}.`;
}

export function countProblems(files: WithProblems[]): { errors: number; warnings: number } {
  const problems = files.flatMap((file) => file.problems);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: problems.length - errors };
}

export function anyRefused(files: WithProblems[]): boolean {
  return files.some(({ problems }) => hasError(problems));
}

/** `no file`, `1 file`, `2 files`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number === 0 ? 'no' : number} ${number > 1 ? plural : noun}`;
}
