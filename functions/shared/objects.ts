/** One object as read from a bucket. `meta` is the user metadata, lower-case names. */
export type StoredObject = {
  body: Uint8Array;
  etag: string;
  contentType?: string;
  meta: Record<string, string>;
};

export type ObjectHead = Omit<StoredObject, 'body'> & { size: number };

/** One version of a key, newest first when listed. `lastModified` is milliseconds since the epoch. */
export type ObjectVersion = {
  versionId: string;
  etag: string;
  size: number;
  lastModified: number;
  deleteMarker: boolean;
};

export type NewObject = {
  body: Uint8Array | string;
  contentType: string;
  cacheControl?: string;
  meta?: Record<string, string>;
};

/** `Cache-Control` of what has another name when it has other bytes. */
export const forEver = 'public, max-age=31536000, immutable';

/** The token for compare and set: the ETag that was read, or null when there was no object. */
export type Token = string | null;

/**
 * A bucket as Galley uses it. Two implementations, held to one contract test: S3 and memory. Conditional writes
 * answer false when the token no longer holds (S3: `If-Match` / `If-None-Match: *`, 409 and 412).
 */
export interface Objects {
  head(key: string): Promise<ObjectHead | undefined>;
  get(key: string, versionId?: string): Promise<StoredObject | undefined>;
  put(key: string, object: NewObject, token: Token): Promise<boolean>;
  remove(key: string, token: string): Promise<boolean>;
  /** Versions of exactly this key, newest first, delete markers included. */
  versions(key: string): Promise<ObjectVersion[]>;
  /** Keys of present objects with this prefix, in order; only those after `after`, which need not be there. */
  keys(prefix: string, after?: string): AsyncIterable<string>;
}
