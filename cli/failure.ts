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
  const known = surroundings.find(({ is }) => is.test(`${nameOf(error)} ${codeOf(error)}`));
  const advice =
    known?.advice ??
    'This is a fault in Galley or its surroundings. GALLEY_DEBUG=1 shows where it happened.';
  return `${unexpected(error)}\n${advice}`;
}

export function exitCodeOf(error: unknown): number {
  return error instanceof Failure ? error.exitCode : 2;
}

/** Troubles that have nothing to do with Galley, by the name or the code of the error. */
const surroundings: { is: RegExp; advice: string }[] = [
  {
    is: /ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT/,
    advice:
      'Nothing answers there. Is "npm start" still running, and does AWS_ENDPOINT_URL name the right place?',
  },
  {
    is: /CredentialsProvider|ExpiredToken|UnrecognizedClient|InvalidClientToken|InvalidAccessKeyId|SignatureDoesNotMatch/,
    advice: 'Check the credentials: AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
  },
  {
    is: /AccessDenied/,
    advice: 'These credentials may not do this; use those of somebody who deploys or moderates.',
  },
  {
    is: /UNABLE_TO_VERIFY|SELF_SIGNED|CERT_/,
    advice: 'AWS_CA_BUNDLE must name the certificate authority of that endpoint.',
  },
  {
    is: /ResourceNotFound|NoSuchBucket|QueueDoesNotExist|NonExistentQueue/,
    advice:
      'What this shell names is not there (any more). Take its variables anew: eval "$(npx galley env)"',
  },
];

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** AWS errors carry their meaning in the name; a refused connection has no message at all. */
function unexpected(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const causes = error instanceof AggregateError ? error.errors.map(unexpected) : [];
  const words = [error.message, ...causes].filter(Boolean).join('; ');
  const text = error.name === 'Error' ? words : `${error.name}: ${words}`;
  return process.env.GALLEY_DEBUG ? `${text}\n${error.stack}` : text;
}
