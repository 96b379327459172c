import { config } from 'galley:theme';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Encoder } from '../../functions/images/encoder.ts';
import { widthsOf } from '../../functions/images/original.ts';
import { publishImage } from '../../functions/images/publish-image.ts';
import { ingest } from '../../functions/ingest/ingest.ts';
import { renderPage } from '../../functions/render/page.ts';
import { content as layout } from '../../functions/shared/layout.ts';
import { MemoryCatalog } from '../../functions/shared/memory-catalog.ts';
import { MemoryComments } from '../../functions/shared/memory-comments.ts';
import { MemoryObjects } from '../../functions/shared/memory-objects.ts';
import { sketchingEncoder } from '../functions/images/encoders.ts';
import { sampleReplies } from './sample-replies.ts';

/** After the newest article of the sample newsroom. */
const today = new Date('2027-01-01T12:00:00Z');

const folder = join(import.meta.dirname, '../../content');

/** Pages of each kind that the sample newsroom has, by their names. */
export const samplePages = {
  home: '',
  article: '2026/11/harbour-wall/',
  'article without hero': '2026/11/market-square-trees/',
  'article with a table': '2026/11/evening-buses/',
  'article with a figure': '2026/10/town-hall-clock/',
  'updated article': '2026/11/reading-room/',
  'standing page': 'privacy/',
  section: 'section/news/',
  tag: 'tag/harbour/',
  author: 'author/ines-falk/',
  archive: 'archive/',
  'month of home': 'archive/2026/10/',
  'month of a section': 'section/town/2026/10/',
  'not found': '404.html',
};

/**
 * `content/` as the real steps publish it, with twenty approved replies below the sample article.
 *
 * @param encoder the real one for whoever wants to see the pictures
 */
export async function sampleSite(encoder: Encoder = sketchingEncoder) {
  const content = new MemoryObjects();
  const site = new MemoryObjects();
  const catalog = new MemoryCatalog();
  const comments = new MemoryComments(() => new Date(0));
  const toPurge = async () => {};
  const parts = {
    content,
    catalog,
    comments,
    toIngest: async () => {},
    toTimers: async () => {},
    now: () => today,
    secret: () => new Uint8Array(32),
    siteUrl: 'https://courier.example',
  };
  const widths = widthsOf(config.image_sizes);
  const imageParts = { content, site, catalog, encoder, widths, toPurge };
  for (const reply of sampleReplies) await comments.submit(reply, reply.id);
  const files = filesOf(folder).sort(byStep);
  // Images first and settings before articles, so that one pass is enough for all but links to what comes later.
  for (const key of files) {
    content.upload(key, { body: readFileSync(join(folder, key)), contentType: 'text/plain' });
    if (key.startsWith(layout.images)) await publishImage(imageParts, key);
    else await ingest(parts, { key });
  }
  for (const key of files) if (key.endsWith('.md')) await ingest(parts, { key });
  const sources = { content, catalog, comments, siteUrl: 'https://courier.example' };
  return {
    /** Reports that authors would get. */
    reports: content.dump(layout.reports),
    settings: (await catalog.settings()).settings,
    catalog,
    site,
    async page(name: string): Promise<string> {
      const object = await renderPage(sources, name);
      if (!object) throw new Error(`There is no page ${name}`);
      return String(object.body);
    },
  };
}

function filesOf(root: string): string[] {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((file) => join(file.parentPath, file.name).slice(root.length + 1));
}

function byStep(one: string, other: string): number {
  const rank = (key: string) =>
    key.startsWith(layout.images) ? 0 : key === layout.settings ? 1 : 2;
  return rank(one) - rank(other) || (one < other ? -1 : 1);
}
