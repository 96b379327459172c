import { ingest } from '../../../functions/ingest/ingest.ts';
import { render } from '../../../functions/render/render.ts';
import { MemoryCatalog } from '../../../functions/shared/memory-catalog.ts';
import { MemoryComments } from '../../../functions/shared/memory-comments.ts';
import { MemoryObjects } from '../../../functions/shared/memory-objects.ts';
import type { PurgeMessage, RenderMessage } from '../../../functions/shared/messages.ts';
import type { Reply } from '../../../functions/shared/model.ts';
import { reply } from '../route/records.ts';

export const settings = [
  'title: The Post',
  'timeZone: Europe/Berlin',
  'sections: [{slug: news, name: News, description: From the harbour}, {slug: sport, name: Sport}]',
  '',
].join('\n');

export function article(title: string, lines: string[] = [], body = 'It held.'): string {
  const usual = [`title: ${title}`, 'date: 2026-11-03 09:30', 'section: news'];
  return ['---', ...usual, ...lines, '---', body, ''].join('\n');
}

/** A newsroom in memory in which nothing happens by itself: each step runs when a test says so. */
export async function desk() {
  const content = new MemoryObjects();
  const site = new MemoryObjects();
  const catalog = new MemoryCatalog();
  const comments = new MemoryComments(() => new Date(0));
  const purged: PurgeMessage[] = [];
  const named: RenderMessage[] = [];
  const parts = {
    content,
    site,
    catalog,
    comments,
    siteUrl: 'https://post.example',
    toIngest: async () => {},
    toTimers: async () => {},
    now: () => new Date('2026-12-01T12:00:00Z'),
    secret: () => new Uint8Array(32),
    toRender: async (messages: RenderMessage[]) => void named.push(...messages),
    toPurge: async (message: PurgeMessage) => void purged.push(message),
  };
  const news = {
    ...parts,
    purged,
    named,
    async upload(key: string, body: string): Promise<void> {
      content.upload(key, { body, contentType: 'text/markdown' });
      await ingest(parts, { key });
    },
    async delete(key: string): Promise<void> {
      content.delete(key);
      await ingest(parts, { key });
    },
    async approve(changes: Partial<Reply>): Promise<void> {
      const sent = reply('approved', changes);
      await comments.submit(sent, sent.id);
      await ingest(parts, { id: sent.article });
    },
    render: (message: RenderMessage) => render(parts, message),
  };
  await news.upload('site.yaml', settings);
  return news;
}
