import { MemoryObjects } from '../../functions/shared/memory-objects.ts';
import type { PurgeMessage } from '../../functions/shared/messages.ts';
import type { Reply } from '../../functions/shared/model.ts';

/** Watches that whatever must disappear is also forgotten by the CDN, and not before it is gone. */
export class Cdn {
  readonly #due = new Map<string, number>();
  readonly #purged = new Map<string, number>();
  #now = 0;

  /** A site bucket whose removals are noticed. */
  site(): MemoryObjects {
    const gone = (key: string) => this.#note(this.#due, `/${key}`);
    return new (class extends MemoryObjects {
      override delete(key: string): void {
        super.delete(key);
        gone(key);
      }
    })();
  }

  /** A decision took a reply's text off its page. */
  decided(before: Reply | undefined, after: Reply): void {
    if (before?.state !== 'approved' || after.state === 'approved') return;
    this.#note(this.#due, `/${after.article}/index.html`);
  }

  purge({ paths }: PurgeMessage): void {
    for (const path of paths) this.#note(this.#purged, path);
  }

  /** Paths that the CDN was not told of since they disappeared. */
  forgotten(): string[] {
    return [...this.#due].flatMap(([path, at]) => ((this.#purged.get(path) ?? 0) > at ? [] : path));
  }

  #note(where: Map<string, number>, path: string): void {
    this.#now += 1;
    where.set(path, this.#now);
  }
}
