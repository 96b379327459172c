import type { Desk } from '../../cli/newsroom/newsroom.ts';
import { publishImage } from '../../functions/images/publish-image.ts';
import { ingest } from '../../functions/ingest/ingest.ts';
import { render } from '../../functions/render/render.ts';
import { type Change, route } from '../../functions/route/route.ts';
import { MemoryCatalog } from '../../functions/shared/memory-catalog.ts';
import { MemoryComments } from '../../functions/shared/memory-comments.ts';
import { MemoryObjects } from '../../functions/shared/memory-objects.ts';
import type { Recheck, RenderMessage } from '../../functions/shared/messages.ts';
import type { Reply } from '../../functions/shared/model.ts';
import { rememberingEncoder } from '../functions/images/encoders.ts';
import { MemoryRuns } from './memory-runs.ts';

export const siteUrl = 'https://post.example';

const secret = () => new Uint8Array(32);

/** Later than all dates and all uploads, so that nothing depends on when the tests run. */
const now = new Date('2031-01-01T12:00:00Z');

export type Message =
  | { ingest: Recheck }
  | { images: Recheck }
  | { render: RenderMessage }
  | { change: Change };

/** A newsroom in memory with the real steps, which work on their own as they do in the stack. */
export class MemoryDesk implements Desk {
  readonly facts = { siteUrl };
  readonly content = new MemoryObjects();
  readonly site = new MemoryObjects();
  readonly comments = new MemoryComments(
    () => new Date(),
    (change) => this.#send([{ change: { kind: 'reply', ...change } }]),
  );
  catalog = this.#newCatalog();
  /** While it is set, messages wait. */
  asleep = false;
  /** Messages that these steps do not do, as if they had ended in the dead-letter queue. */
  loses: (message: Message) => boolean = () => false;
  readonly sent: Message[] = [];
  #queue: Message[] = [];
  #working: Promise<void> = Promise.resolve();
  #unfinished = 0;

  readonly ask = {
    ingest: async (messages: Recheck[]) =>
      this.#send(messages.map((message) => ({ ingest: message }))),
    images: async (messages: Recheck[]) =>
      this.#send(messages.map((message) => ({ images: message }))),
    render: async (messages: RenderMessage[]) =>
      this.#send(messages.map((message) => ({ render: message }))),
  };

  readonly put = async (key: string, { body }: { body: Uint8Array | string }): Promise<string> => {
    const version = this.content.upload(key, { body, contentType: 'text/plain' });
    this.#send([key.startsWith('images/') ? { images: { key } } : { ingest: { key } }]);
    return version;
  };

  readonly remove = async (key: string): Promise<void> => {
    this.content.delete(key);
    this.#send([key.startsWith('images/') ? { images: { key } } : { ingest: { key } }]);
  };

  readonly waiting = async (): Promise<number> => this.#unfinished;

  /** Of the rebuild. */
  readonly runs = new MemoryRuns(this);

  /** Puts files by key and waits until the site follows. */
  async holds(files: Record<string, string | Uint8Array>): Promise<this> {
    for (const [key, body] of Object.entries(files)) await this.put(key, { body });
    return this.quiet();
  }

  async receives(reply: Partial<Reply> & { id: string }): Promise<Reply> {
    const whole: Reply = {
      article: '2026/11/wall',
      name: 'Ada',
      text: 'A fine wall.',
      created: '2026-11-24T11:00:00Z',
      state: 'held',
      reasons: [],
      decisions: [],
      ...reply,
    };
    await this.comments.submit(whole, whole.id);
    await this.quiet();
    return whole;
  }

  async quiet(): Promise<this> {
    while (this.#unfinished > 0) await this.#working;
    return this;
  }

  /** Loses the catalog, as somebody who deletes all items of its table does. */
  forgetCatalog(): void {
    this.catalog = this.#newCatalog();
  }

  #newCatalog(): MemoryCatalog {
    return new MemoryCatalog(({ before, after }) => {
      const kind = 'id' in after ? 'article' : 'key' in after ? 'image' : 'settings';
      this.#send([{ change: { kind, ...(before ? { before } : {}), after } as Change }]);
    });
  }

  #send(messages: Message[]): void {
    this.sent.push(...messages);
    const kept = messages.filter((message) => !this.loses(message));
    this.#queue.push(...kept);
    this.#unfinished += kept.length;
    if (!this.asleep) this.#working = this.#working.then(() => this.#work());
  }

  async #work(): Promise<void> {
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
      await this.take(next);
      this.#unfinished -= 1;
    }
  }

  /** @param quiet as a rebuild asks */
  async take(message: Message, quiet = false): Promise<void> {
    const { catalog, comments, content, site, ask } = this;
    const toPurge = async () => {};
    if ('ingest' in message) {
      const clock = { now: () => now, toTimers: async () => {} };
      const parts = { catalog, comments, content, siteUrl, ...clock, toIngest: ask.ingest, secret };
      return ingest({ ...parts, quiet }, message.ingest);
    }
    if ('images' in message && 'key' in message.images) {
      const made = { encoder: rememberingEncoder, widths: [20, 60] };
      return publishImage({ catalog, content, site, toPurge, ...made }, message.images.key);
    }
    if ('render' in message) {
      const toRender = ask.render;
      const parts = { catalog, comments, content, site, siteUrl, toPurge, toRender };
      return render(parts, message.render);
    }
    if ('change' in message) {
      const parts = {
        catalog,
        toIngest: ask.ingest,
        toRender: ask.render,
        toTimers: async () => {},
        toImages: async () => {},
      };
      return route(parts, [message.change]);
    }
  }
}

/** What a command wrote. */
export function listener() {
  const printed: string[] = [];
  const said: string[] = [];
  return {
    print: (text: string) => void printed.push(text),
    say: (text: string) => void said.push(text),
    printed,
    said,
    get words() {
      return said.join('\n');
    },
  };
}
