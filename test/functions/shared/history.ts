import type { Check } from '../../../functions/shared/claim.ts';
import { MemoryObjects } from '../../../functions/shared/memory-objects.ts';
import type { ProblemCode } from '../../../functions/shared/problem-codes.ts';

export const key = 'articles/wall.md';

/** Takes every text that does not begin with `bad`, and `after 3` only of versions of the third day or later. */
export const check: Check<string> = (bytes, { lastModified }) => {
  const text = Buffer.from(bytes).toString();
  const [, day] = /^after (\d+)$/.exec(text) ?? [];
  const refused = text.startsWith('bad') || (day !== undefined && lastModified < Number(day));
  const code = text as ProblemCode;
  const problem = { code, severity: 'error', line: 1, column: 1, message: '', advice: '' };
  return refused
    ? { problems: [{ ...problem, severity: 'error' }] }
    : { problems: [], source: text };
};

/** A bucket in which a text is uploaded each day, and the file deleted where it says so. */
export class History {
  today = 0;
  readonly bucket = new MemoryObjects(() => this.today);

  add(...texts: string[]): void {
    for (const text of texts) {
      this.today += 1;
      if (text === 'DELETE') this.bucket.delete(key);
      else this.bucket.upload(key, { body: text, contentType: 'text/markdown' });
    }
  }
}
