import type { FormProblem } from '../render/view.ts';

/** Stable words for what can be wrong with a request, and the status that says so. 403 is CloudFront's own. */
const statuses = {
  'bad-encoding': 400,
  'bad-json': 400,
  'unknown-article': 404,
  'unknown-route': 404,
  'wrong-method': 405,
  'replies-closed': 409,
  'too-large': 413,
  'wrong-content-type': 415,
  invalid: 422,
  'trap-filled': 422,
  'unknown-parent': 422,
  'not-stored': 500,
} as const;

export type ReplyErrorCode = keyof typeof statuses;

/** A request that cannot be accepted. The message is for the reader: what happened and what to do next. */
export class ReplyError extends Error {
  override readonly name = 'ReplyError';
  readonly code: ReplyErrorCode;
  readonly status: number;
  readonly problems: FormProblem[];

  constructor(
    code: ReplyErrorCode,
    message: string,
    problems: FormProblem[] = [],
    cause?: unknown,
  ) {
    super(message, { cause });
    this.code = code;
    this.status = statuses[code];
    this.problems = problems;
  }

  /** Whether sending again, corrected or not, can help. */
  get retry(): boolean {
    return this.code !== 'unknown-article' && this.code !== 'replies-closed';
  }
}
