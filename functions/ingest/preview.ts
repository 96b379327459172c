import { createHmac } from 'node:crypto';
import { content as layout, previewPage } from '../shared/layout.ts';
import type { Settings } from '../shared/model.ts';
import type { IngestParts } from './ingest.ts';

/**
 * The part of a preview's address that nobody can guess. It is made of the id and a key that lies in the content
 * bucket, so that a rebuild finds the same addresses, and another upload of the article keeps the one it has.
 */
export async function previewToken(
  parts: Pick<IngestParts, 'content' | 'secret'>,
  id: string,
): Promise<string> {
  const key = await previewKey(parts);
  return createHmac('sha256', key).update(id).digest('hex').slice(0, 32);
}

/** The full address of a preview, for whoever may read it. */
export function previewUrl(settings: Settings, siteUrl: string, id: string, token: string): string {
  return `${settings.url || siteUrl}/${previewPage(id, token)}`;
}

/** Made by the first one to need it. Of two at the same time the bucket takes one, and both use that. */
async function previewKey({
  content,
  secret,
}: Pick<IngestParts, 'content' | 'secret'>): Promise<Uint8Array> {
  const name = layout.previewKey;
  const there = await content.get(name);
  if (there) return there.body;
  await content.put(name, { body: secret(), contentType: 'application/octet-stream' }, null);
  const made = await content.get(name);
  if (!made) throw new Error(`${name} was deleted while it was being made`);
  return made.body;
}
