import { MemoryObjects } from '../../functions/shared/memory-objects.ts';
import type { NewObject } from '../../functions/shared/objects.ts';

/** A bucket that tells of each write. */
export class WatchedObjects extends MemoryObjects {
  readonly #written: (key: string, object: NewObject | undefined) => void;

  /** @param written told of each put, and of each removal without an object */
  constructor(written: (key: string, object: NewObject | undefined) => void) {
    super();
    this.#written = written;
  }

  override upload(key: string, object: NewObject): string {
    this.#written(key, object);
    return super.upload(key, object);
  }

  override delete(key: string): void {
    this.#written(key, undefined);
    super.delete(key);
  }
}
