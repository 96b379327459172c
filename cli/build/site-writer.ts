import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes the files of a site. Synchronously: a build has nothing else to do meanwhile, and asking for a thread each time
 * takes longer than writing to memory or to a cache.
 */
export class SiteWriter {
  readonly #folder: string;
  /** Whether nothing lies in the folder that readers could see half of. */
  readonly #isFresh: boolean;
  readonly #made = new Set<string>(['.']);

  constructor(folder: string, isFresh: boolean) {
    this.#folder = folder;
    this.#isFresh = isFresh;
  }

  /** Brings a file in line with what it should hold. Readers see the old one or the new one, whole. */
  put(key: string, body: string | Uint8Array): 'written' | 'same' {
    const path = join(this.#folder, key);
    if (this.#isFresh) {
      this.#makeFolder(dirname(key));
      writeFileSync(path, body);
      return 'written';
    }
    if (isSame(path, body)) return 'same';
    this.#makeFolder(dirname(key));
    const beside = `${path}.${process.pid}.part`;
    writeFileSync(beside, body);
    renameSync(beside, path);
    return 'written';
  }

  remove(key: string): void {
    rmSync(join(this.#folder, key), { force: true });
  }

  #makeFolder(folder: string): void {
    if (this.#made.has(folder)) return;
    this.#makeFolder(dirname(folder));
    mkdirSync(join(this.#folder, folder), { recursive: true });
    this.#made.add(folder);
  }
}

function isSame(path: string, body: string | Uint8Array): boolean {
  try {
    return readFileSync(path).equals(typeof body === 'string' ? Buffer.from(body) : body);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw cause;
  }
}
