import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type {
  NewObject,
  ObjectHead,
  Objects,
  StoredObject,
} from '../../functions/shared/objects.ts';

/** Names of variants say of which bytes they were made, and how: what is there is right. */
const etag = 'made';

/**
 * Pictures in a folder, as the part of the site's bucket that the images step looks after. They stay there when the
 * site's own folder is removed, because making them takes longer than all the rest.
 */
export class PictureStore implements Objects {
  readonly #folder: string;
  /** Names in a folder, from when they were first asked for: each picture asks for those beside it. */
  readonly #known = new Map<string, Set<string>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async head(key: string): Promise<ObjectHead | undefined> {
    return this.#has(key) ? { etag, size: 0, meta: {} } : undefined;
  }

  async get(key: string): Promise<StoredObject | undefined> {
    if (!this.#has(key)) return undefined;
    return { etag, meta: {}, body: readFileSync(this.path(key)) };
  }

  async put(key: string, { body }: NewObject): Promise<boolean> {
    const path = this.path(key);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.part`, body);
    renameSync(`${path}.part`, path);
    this.#beside(key).add(key);
    return true;
  }

  async remove(key: string): Promise<boolean> {
    rmSync(this.path(key), { force: true });
    return this.#beside(key).delete(key);
  }

  async versions() {
    return [];
  }

  async *keys(prefix: string): AsyncIterable<string> {
    for (const key of [...this.#beside(prefix)].sort()) if (key.startsWith(prefix)) yield key;
  }

  path(key: string): string {
    return join(this.#folder, key);
  }

  #has(key: string): boolean {
    return this.#beside(key).has(key);
  }

  #beside(key: string): Set<string> {
    const folder = dirname(key);
    const known = this.#known.get(folder) ?? new Set(keysIn(this.#folder, folder));
    this.#known.set(folder, known);
    return known;
  }
}

function keysIn(root: string, folder: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  const names = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile());
  return names.map(({ name }) => `${folder}/${name}`).filter((key) => !key.endsWith('.part'));
}
