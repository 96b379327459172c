import { content } from '../../functions/shared/layout.ts';
import type { PurgeMessage } from '../../functions/shared/messages.ts';

/** Watches that whatever must disappear is also forgotten by the CDN, and not before it is gone. */
export class Cdn {
  readonly #put = new Map<string, number>();
  readonly #removed = new Map<string, number>();
  readonly #withdrawn = new Map<string, number>();
  readonly #purged = new Map<string, number>();
  #now = 0;

  /**
   * An object left the site. A page must be forgotten after that. For the copy of an image it is enough that this
   * was asked for since it was there: its step asks before it removes and again after, and can crash in between.
   */
  removed(key: string): void {
    const isCopy = key.startsWith(content.images);
    this.#removed.set(`/${key}`, (isCopy && this.#put.get(key)) || ++this.#now);
  }

  /** An object is there again, so nothing needs to be forgotten. */
  put(key: string): void {
    this.#put.set(key, ++this.#now);
    this.#removed.delete(`/${key}`);
  }

  /** A decision took a reply's text off the pages of these addresses. */
  withdrawn(ids: string[]): void {
    for (const id of ids) this.#withdrawn.set(`/${id}/index.html`, ++this.#now);
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
