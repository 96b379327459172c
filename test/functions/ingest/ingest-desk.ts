import { publishImage } from '../../../functions/images/publish-image.ts';
import { type IngestParts, ingest } from '../../../functions/ingest/ingest.ts';
import type { Report } from '../../../functions/ingest/report.ts';
import { content as layout, reportKeys } from '../../../functions/shared/layout.ts';
import { MemoryCatalog } from '../../../functions/shared/memory-catalog.ts';
import { MemoryComments } from '../../../functions/shared/memory-comments.ts';
import { MemoryObjects } from '../../../functions/shared/memory-objects.ts';
import type { Recheck, TimersMessage } from '../../../functions/shared/messages.ts';
import { rememberingEncoder } from '../images/encoders.ts';

export const siteYaml = `title: The Harbour Post
timeZone: Europe/Berlin
sections:
  - name: News
  - name: Culture
`;

const hour = 60 * 60 * 1000;

/** Ingest with stores in memory. Each upload is taken in at once and an hour after the one before. */
export class IngestDesk {
  now = Date.UTC(2026, 10, 10, 12);
  readonly content = new MemoryObjects(() => this.now);
  readonly site = new MemoryObjects(() => this.now);
  /** Every record that was saved, by its key in the catalog. */
  readonly saved: string[] = [];
  /** Timers that were asked for since a test last looked. */
  timers: TimersMessage[] = [];
  readonly catalog = new MemoryCatalog(({ after }) => {
    this.saved.push('id' in after ? after.id : 'key' in after ? after.key : 'settings');
  });
  readonly comments = new MemoryComments(() => new Date(this.now));

  async put(key: string, body: string | Uint8Array): Promise<string> {
    this.now += hour;
    const version = this.content.upload(key, { body, contentType: 'text/markdown' });
    await this.look({ key });
    return version;
  }

  async remove(key: string): Promise<void> {
    this.now += hour;
    this.content.delete(key);
    await this.look({ key });
  }

  /** Delivers a message, and what a changed image asks for. */
  async look(changed: Recheck): Promise<void> {
    if (!('key' in changed) || !changed.key.startsWith(layout.images)) return this.#ingest(changed);
    const toPurge = async () => {};
    const { content, site, catalog } = this;
    const made = { encoder: rememberingEncoder, widths: [8, 60] };
    await publishImage({ content, site, catalog, toPurge, ...made }, changed.key);
    for (const id of await catalog.usersOf(changed.key)) await this.#ingest({ id });
  }

  article(id: string) {
    return this.catalog.article(id);
  }

  async report(key: string): Promise<Report | undefined> {
    const stored = await this.content.get(reportKeys(key).json);
    return stored && JSON.parse(Buffer.from(stored.body).toString());
  }

  async reportText(key: string): Promise<string | undefined> {
    const stored = await this.content.get(reportKeys(key).text);
    return stored && Buffer.from(stored.body).toString();
  }

  parts(): IngestParts {
    const { content, catalog, comments } = this;
    return {
      content,
      catalog,
      comments,
      siteUrl: 'https://post.example',
      now: () => new Date(this.now),
      secret: () => new Uint8Array(32),
      toTimers: async (messages) => void this.timers.push(...messages),
      toIngest: async (messages) => {
        for (const message of messages) await this.#ingest(message);
      },
    };
  }

  async #ingest(changed: Recheck): Promise<void> {
    await ingest(this.parts(), changed);
  }
}
