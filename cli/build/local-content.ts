import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../functions/ingest/report.ts';
import { reserveReport } from '../../functions/ingest/report-file.ts';
import { content as layout } from '../../functions/shared/layout.ts';
import { MemoryObjects } from '../../functions/shared/memory-objects.ts';
import type { NewObject, Objects, ObjectVersion, Token } from '../../functions/shared/objects.ts';
import { isContent } from '../newsroom/content-files.ts';

/** A file as a folder lists it. `changed` is in milliseconds since 1970. */
export type Found = { size: number; changed: number };

/** By key, in the order of the keys. */
export type FoundFiles = Map<string, Found>;

/** @returns undefined when there is no such file (any more) */
export function statFile(path: string): Found | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? { size: found.size, changed: Math.floor(found.mtimeMs) } : undefined;
}

/** What lies in a content folder and belongs into the bucket. */
export function findFiles(folder: string): FoundFiles {
  const found: [string, Found][] = [];
  const walk = (path: string) => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const key = `${path}${entry.name}`;
      if (entry.isDirectory() && !entry.name.startsWith('.')) walk(`${key}/`);
      if (!entry.isFile() || !isContent(key)) continue;
      const file = statFile(join(folder, key));
      if (file) found.push([key, file]);
    }
  };
  walk('');
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * A content folder as the bucket that it would be: each file has one version, uploaded when the file was last changed.
 * What the steps write beside the files, reports above all, stays in memory.
 */
export class LocalContent implements Objects {
  readonly #folder: string;
  readonly #files: FoundFiles;
  readonly #beside = new MemoryObjects();

  constructor(folder: string, files: FoundFiles) {
    this.#folder = folder;
    this.#files = files;
  }

  /** A file was written or, when nothing was found, removed. */
  set(key: string, found: Found | undefined): void {
    if (found) this.#files.set(key, found);
    else this.#files.delete(key);
  }

  async head(key: string) {
    const file = this.#files.get(key);
    if (!file) return this.#beside.head(key);
    return { etag: versionOf(file), size: file.size, meta: {} };
  }

  async get(key: string, versionId?: string) {
    const file = this.#files.get(key);
    if (!file) return this.#beside.get(key, versionId);
    if (versionId !== undefined && versionId !== versionOf(file)) return undefined;
    return { body: readFileSync(join(this.#folder, key)), etag: versionOf(file), meta: {} };
  }

  async put(key: string, object: NewObject, token: Token): Promise<boolean> {
    return this.#beside.put(key, object, token);
  }

  async remove(key: string, token: string): Promise<boolean> {
    return this.#beside.remove(key, token);
  }

  async versions(key: string): Promise<ObjectVersion[]> {
    const file = this.#files.get(key);
    if (!file) return this.#beside.versions(key);
    const versionId = versionOf(file);
    const { size, changed: lastModified } = file;
    return [{ versionId, etag: versionId, size, lastModified, deleteMarker: false }];
  }

  /** On every file with something to say about it, in the order of their names. */
  reports(): Report[] {
    return Object.entries(this.#beside.dump(layout.reports))
      .filter(([key]) => key.endsWith('.json'))
      .map(([, text]) => JSON.parse(Buffer.from(text, 'latin1').toString()) as Report);
  }

  /** As an earlier build had them. */
  async restoreReports(reports: Report[]): Promise<void> {
    for (const report of reports) {
      const bring = await reserveReport(this, report.key);
      await bring(report);
    }
  }

  async *keys(prefix: string, after = ''): AsyncIterable<string> {
    if (prefix.startsWith(layout.reports)) return yield* this.#beside.keys(prefix, after);
    for (const key of this.#files.keys()) if (key > after && key.startsWith(prefix)) yield key;
  }
}

/** Equal only for files that nobody has written to in between. */
function versionOf({ size, changed }: Found): string {
  return `${changed}-${size}`;
}
