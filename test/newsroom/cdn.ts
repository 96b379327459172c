import type { PurgeMessage } from '../../functions/shared/messages.ts';
import type { Reply } from '../../functions/shared/model.ts';

/** Watches that whatever must disappear is also forgotten by the CDN, and not before it is gone. */
export class Cdn {
  readonly #removed = new Map<string, number>();
  readonly #withdrawn = new Map<string, number>();
  readonly #purged = new Map<string, number>();
  #now = 0;

  /** An object left the site. */
  removed(key: string): void {
    this.#removed.set(`/${key}`, ++this.#now);
  }

  /** An object is there again, so nothing needs to be forgotten. */
  put(key: string): void {
    this.#removed.delete(`/${key}`);
  }

  /** A decision took a reply's text off its page. */
  decided(before: Reply | undefined, after: Reply): void {
    if (before?.state !== 'approved' || after.state === 'approved') return;
    this.#withdrawn.set(`/${after.article}/index.html`, ++this.#now);
  }

  purge({ paths }: PurgeMessage): void {
    for (const path of paths) this.#purged.set(path, ++this.#now);
  }

  /** Paths that the CDN was not told of since something disappeared there. */
  forgotten(): string[] {
    return [...this.#removed, ...this.#withdrawn].flatMap(([path, at]) =>
      (this.#purged.get(path) ?? 0) > at ? [] : path,
    );
  }
}
