import type { Objects, StoredObject } from './objects.ts';

/**
 * The same bucket, but versions that were read are kept in memory, as many as fit: a version never changes. The feeds of
 * all lists have the same few texts, and a function that stays warm would read them again and again.
 *
 * @param most bytes that are kept; when there are more, those go that nobody asked for the longest
 */
export function keepingVersions(objects: Objects, most: number): Objects {
  const kept = new Map<string, StoredObject>();
  let size = 0;

  function keep(name: string, object: StoredObject): void {
    size += object.body.byteLength - (kept.get(name)?.body.byteLength ?? 0);
    kept.delete(name);
    kept.set(name, object);
    for (const [oldest, { body }] of kept) {
      if (size <= most) return;
      kept.delete(oldest);
      size -= body.byteLength;
    }
  }

  return {
    async get(key, versionId) {
      if (!versionId) return objects.get(key);
      const name = `${versionId} ${key}`;
      const object = kept.get(name) ?? (await objects.get(key, versionId));
      if (object) keep(name, object);
      return object;
    },
    head: (key) => objects.head(key),
    put: (key, object, token) => objects.put(key, object, token),
    remove: (key, token) => objects.remove(key, token),
    versions: (key) => objects.versions(key),
    keys: (prefix, after) => objects.keys(prefix, after),
  };
}
