import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, sep } from 'node:path';
import { content } from '../../functions/shared/layout.ts';
import { filesIn } from '../local/files.ts';
import type { Desk } from './newsroom.ts';

const types: Record<string, string> = {
  '.md': 'text/markdown; charset=utf-8',
  '.yaml': 'application/yaml; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
};

/** The order of uploading: images before whatever shows them, and settings before texts, which saves work. */
const order = [content.images, content.settings, content.authors, content.articles, content.pages];

/**
 * Whether a file of a content folder belongs into the bucket. Hidden files, editors' backups and swap files do
 * not; a file with a wrong name does, because its author shall get the report.
 *
 * @param key path below the folder with forward slashes
 */
export function isContent(key: string): boolean {
  const rank = rankOf(key);
  const parts = key.split('/');
  return rank !== -1 && !parts.some((part) => /^\.|~$|^#.*#$|\.(swp|swx|tmp|bak)$/.test(part));
}

/** Keys of a content folder in the order in which they are uploaded. */
export async function contentKeys(folder: string): Promise<string[]> {
  return (await filesIn(folder))
    .map((path) => keyIn(folder, path))
    .filter(isContent)
    .sort(inUploadOrder);
}

/** Compares two keys: images before whatever shows them, and settings before texts. */
export function inUploadOrder(a: string, b: string): number {
  return rankOf(a) - rankOf(b) || (a < b ? -1 : 1);
}

/** @param path of a file in the folder, both absolute */
export function keyIn(folder: string, path: string): string {
  return path
    .slice(folder.length + 1)
    .split(sep)
    .join('/');
}

/** @returns the version that was stored */
export async function upload({ put }: Desk, key: string, body: Uint8Array): Promise<string> {
  const contentType = types[extname(key).toLowerCase()] ?? 'application/octet-stream';
  return put(key, { body, contentType });
}

/**
 * Whether the bucket holds these bytes. The ETag of an object put in one piece is the MD5 of its bytes; other tools
 * put large files in parts, and then it says nothing about them.
 */
export async function isStored(
  { content: bucket }: Pick<Desk, 'content'>,
  key: string,
  body: Uint8Array,
): Promise<boolean> {
  // Who may not even ask is told so by the upload, in words: S3 answers this question without any.
  const head = await bucket.head(key).catch(unlessForbidden);
  const etag = head?.etag.replaceAll('"', '');
  if (!etag?.includes('-')) return etag === createHash('md5').update(body).digest('hex');
  const stored = await bucket.get(key);
  return stored !== undefined && Buffer.compare(stored.body, body) === 0;
}

function unlessForbidden(error: Error & { $metadata?: { httpStatusCode?: number } }): undefined {
  if (error.$metadata?.httpStatusCode !== 403) throw error;
}

/** @returns undefined when the file was removed in the meantime */
export async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

function rankOf(key: string): number {
  return order.findIndex((place) => liesIn(key, place));
}

function liesIn(key: string, place: string): boolean {
  return place.endsWith('/') ? key.startsWith(place) : key === place;
}
