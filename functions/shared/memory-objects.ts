import { createHash } from 'node:crypto';
import type { NewObject, Objects, ObjectVersion, StoredObject } from './objects.ts';

type Version = ObjectVersion & { object?: StoredObject };

/** Where time starts in a bucket that was given no clock: later than whatever is put into one. */
const beginning = Date.UTC(2030, 0, 1);

/** A versioned bucket in memory, for tests, benchmarks and screenshots. */
export class MemoryObjects implements Objects {
  readonly #versions = new Map<string, Version[]>();
  readonly #clock: () => number;
  #puts = 0;
  /** Writes that changed something; tests count them. */
  writes = 0;

  /** @param clock milliseconds since the epoch; without one, each write comes a second after the one before */
  constructor(clock?: () => number) {
    this.#clock = clock ?? (() => beginning + this.#puts * 1000);
  }

  async head(key: string) {
    const object = this.#present(key)?.object;
    if (!object) return undefined;
    const { body, ...head } = object;
    return { ...head, size: body.byteLength };
  }

  async get(key: string, versionId?: string) {
    if (versionId === undefined) return this.#present(key)?.object;
    return this.#versions.get(key)?.find((version) => version.versionId === versionId)?.object;
  }

  async put(key: string, object: NewObject, token: string | null): Promise<boolean> {
    if ((this.#present(key)?.etag ?? null) !== token) return false;
    this.upload(key, object);
    return true;
  }

  async remove(key: string, token: string): Promise<boolean> {
    if (this.#present(key)?.etag !== token) return false;
    this.delete(key);
    return true;
  }

  async versions(key: string): Promise<ObjectVersion[]> {
    return (this.#versions.get(key) ?? []).map(({ object: _, ...version }) => version);
  }

  async *keys(prefix: string, after = ''): AsyncIterable<string> {
    for (const key of [...this.#versions.keys()].sort()) {
      if (key > after && key.startsWith(prefix) && this.#present(key)) yield key;
    }
  }

  /** Puts without a condition, as any S3 client does. Answers the version. */
  upload(key: string, object: NewObject): string {
    const body =
      typeof object.body === 'string' ? new TextEncoder().encode(object.body) : object.body;
    const etag = createHash('md5').update(body).digest('hex');
    const { contentType, meta = {} } = object;
    const versionId = this.#add(key, {
      etag,
      size: body.byteLength,
      deleteMarker: false,
      object: { body, etag, contentType, meta },
    });
    this.writes += 1;
    return versionId;
  }

  delete(key: string): void {
    if (!this.#present(key)) return;
    this.#add(key, { etag: '', size: 0, deleteMarker: true });
    this.writes += 1;
  }

  /** Everything present, as text, sorted by key: what tests compare. */
  dump(prefix = ''): Record<string, string> {
    const entries = [...this.#versions.keys()]
      .filter((key) => key.startsWith(prefix) && this.#present(key))
      .sort()
      .map((key) => [key, Buffer.from(this.#present(key)?.object?.body ?? []).toString('latin1')]);
    return Object.fromEntries(entries);
  }

  #present(key: string): Version | undefined {
    const newest = this.#versions.get(key)?.[0];
    return newest?.deleteMarker ? undefined : newest;
  }

  #add(key: string, version: Omit<Version, 'versionId' | 'lastModified'>): string {
    this.#puts += 1;
    const versionId = `v${this.#puts}`;
    const versions = this.#versions.get(key) ?? [];
    this.#versions.set(key, [{ ...version, versionId, lastModified: this.#clock() }, ...versions]);
    return versionId;
  }
}
