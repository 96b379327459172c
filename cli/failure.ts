/** What a command could not do. The exit status is 1 for "refused" and 2 for any other trouble. */
export class Failure extends Error {
  readonly where: string | undefined;
  readonly advice: string | undefined;
  readonly exitCode: number;

  constructor(
    message: string,
    more: { where?: string; advice?: string; exitCode?: number; cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? {} : { cause: more.cause });
    this.name = 'Failure';
    this.where = more.where;
    this.advice = more.advice;
    this.exitCode = more.exitCode ?? 2;
  }
}

/** The words for the terminal: what happened, where, what to do next. */
export function explain(error: unknown): string {
  if (error instanceof Failure) {
    return [error.message, error.where, error.advice].filter(Boolean).join('\n');
  }
  return `${unexpected(error)}\nThis is a fault in Galley or its surroundings. GALLEY_DEBUG=1 shows where it happened.`;
}

export function exitCodeOf(error: unknown): number {
  return error instanceof Failure ? error.exitCode : 2;
}

/** AWS errors carry their meaning in the name; a refused connection has no message at all. */
function unexpected(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const causes = error instanceof AggregateError ? error.errors.map(unexpected) : [];
  const words = [error.message, ...causes].filter(Boolean).join('; ');
  const text = error.name === 'Error' ? words : `${error.name}: ${words}`;
  return process.env.GALLEY_DEBUG ? `${text}\n${error.stack}` : text;
}
