import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { contentKeys, isStored, readIfThere, upload } from '../newsroom/content-files.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import type { Places } from './places.ts';

export type Synced = {
  /** Key to version. */
  uploaded: Map<string, string>;
  removed: string[];
  all: string[];
};

/**
 * Brings the content bucket in line with a folder: uploads what differs, and deletes what lay in the folder at the
 * last time and no longer does. What somebody uploaded by other means stays.
 */
export async function syncContent(
  newsroom: Newsroom,
  folder: string,
  places: Places,
): Promise<Synced> {
  const all = await contentKeys(folder);
  const uploaded = new Map<string, string>();
  for (const key of all) {
    const body = await readIfThere(join(folder, key));
    if (!body || (await isStored(newsroom, key, body))) continue;
    uploaded.set(key, await upload(newsroom, key, body));
  }
  const present = new Set(all);
  const removed = (await readManifest(places)).filter((key) => !present.has(key));
  for (const key of removed) await removeContent(newsroom, key);
  await writeManifest(places, all);
  return { uploaded, removed, all };
}

export async function removeContent(newsroom: Newsroom, key: string): Promise<void> {
  const target = { Bucket: newsroom.facts.contentBucket, Key: key };
  await newsroom.storage.send(new DeleteObjectCommand(target));
}

/** Keeps the list of what came from the folder, for the next start. */
export async function writeManifest(places: Places, keys: string[]): Promise<void> {
  await writeFile(manifest(places), JSON.stringify(keys));
}

async function readManifest(places: Places): Promise<string[]> {
  const text = await readFile(manifest(places), 'utf8').catch(() => '[]');
  return JSON.parse(text) as string[];
}

function manifest(places: Places): string {
  return join(places.home, 'synced.json');
}
