import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { NewObject, Objects } from '../../../functions/shared/objects.ts';
import { all } from './all.ts';

export function text(body: string): NewObject {
  return { body, contentType: 'text/markdown; charset=utf-8' };
}

/** A bucket and, in it, a prefix that nothing else uses. */
export class BucketCorner {
  readonly objects: Objects;
  readonly prefix = `contract/${randomUUID()}/`;
  readonly key = `${this.prefix}wall.md`;

  constructor(objects: Objects) {
    this.objects = objects;
  }

  async etagOf(key: string): Promise<string> {
    return String((await this.objects.head(key))?.etag);
  }

  /** Puts over whatever is there. */
  async put(key: string, body: string): Promise<void> {
    const head = await this.objects.head(key);
    expect(await this.objects.put(key, text(body), head?.etag ?? null)).toBe(true);
  }

  async remove(key: string): Promise<void> {
    expect(await this.objects.remove(key, await this.etagOf(key))).toBe(true);
  }

  async bodyOf(key: string, versionId?: string): Promise<string | undefined> {
    const object = await this.objects.get(key, versionId);
    return object && Buffer.from(object.body).toString('utf8');
  }

  async keysBelow(prefix: string): Promise<string[]> {
    return all(this.objects.keys(prefix));
  }
}
