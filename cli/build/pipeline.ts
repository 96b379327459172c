import { availableParallelism } from 'node:os';
import { type ImagesParts, images } from '../../functions/images/images.ts';
import { type IngestParts, ingest } from '../../functions/ingest/ingest.ts';
import { type Change, route } from '../../functions/route/route.ts';
import type { ImagesMessage } from '../../functions/shared/images-messages.ts';
import { content as layout } from '../../functions/shared/layout.ts';
import { type Listener, MemoryCatalog } from '../../functions/shared/memory-catalog.ts';
import type { Recheck, TimersMessage } from '../../functions/shared/messages.ts';

/** What the steps are given beside the queues and the catalog, which are the pipeline's own. */
export type PipelineParts = Pick<
  IngestParts,
  'content' | 'comments' | 'now' | 'siteUrl' | 'judged'
> &
  Pick<ImagesParts, 'site' | 'encoder' | 'widths' | 'drawShare'>;

/** Pages that may differ from what they were; `everything` when they cannot be told one by one. */
export type Touched = { pages: Set<string>; everything: boolean };

/**
 * The steps up to render in one process, with arrays for queues. A step that is told of something twice does it once,
 * and the order does not matter, as in the stack.
 */
export class Pipeline {
  readonly catalog: MemoryCatalog;
  /** Addresses whose state time alone will change, with the instant (ISO 8601, UTC). */
  readonly timers = new Map<string, string>();
  readonly #parts: PipelineParts;
  readonly #queue = new Map<string, Recheck>();
  readonly #pictures = new Map<string, ImagesMessage>();
  #changes: Change[] = [];
  #touched: Touched = { pages: new Set(), everything: false };

  constructor(parts: PipelineParts) {
    this.#parts = parts;
    this.catalog = new MemoryCatalog((change) => this.#changes.push(changeIn(change)));
  }

  /**
   * Has files, addresses and pictures looked at, and whatever depends on them, until nothing is left to do.
   *
   * @param quiet when every page is rendered afterwards anyway
   */
  async settle(messages: (Recheck | ImagesMessage)[], quiet = false): Promise<Touched> {
    for (const message of messages) {
      if (isPicture(message)) this.#askForPictures([message]);
      else this.#enqueue([message]);
    }
    while (this.#pictures.size + this.#queue.size + this.#changes.length > 0) {
      await this.#makePictures();
      for (const [name, message] of this.#queue) {
        this.#queue.delete(name);
        await this.#ingest(message, quiet);
      }
      const changes = this.#changes;
      this.#changes = [];
      await this.#route(changes);
    }
    const touched = this.#touched;
    this.#touched = { pages: new Set(), everything: false };
    return touched;
  }

  #enqueue(messages: Recheck[]): void {
    for (const message of messages) this.#queue.set(JSON.stringify(message), message);
  }

  /** As the record has it by now: route tells of the timer of before when ingest has asked for the next one. */
  async #keepTimers(messages: TimersMessage[]): Promise<void> {
    for (const { id } of messages) {
      const wakes = (await this.catalog.article(id))?.wakes;
      if (wakes) this.timers.set(id, wakes);
      else this.timers.delete(id);
    }
  }

  #askForPictures(messages: ImagesMessage[]): void {
    for (const message of messages) this.#pictures.set(JSON.stringify(message), message);
  }

  /** Several at once: nearly all of the work is done by a library on threads of its own. */
  async #makePictures(): Promise<void> {
    const parts = {
      ...this.#parts,
      catalog: this.catalog,
      toImages: async (messages: ImagesMessage[]) => this.#askForPictures(messages),
      toPurge: async () => {},
    };
    const lane = async () => {
      for (const [name, message] of this.#pictures) {
        this.#pictures.delete(name);
        await images(parts, message);
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, lane));
  }

  async #ingest(message: Recheck, quiet: boolean): Promise<void> {
    await ingest(
      {
        ...this.#parts,
        catalog: this.catalog,
        quiet,
        secret: () => crypto.getRandomValues(new Uint8Array(32)),
        toIngest: async (messages) => this.#enqueue(messages),
        toTimers: (messages) => this.#keepTimers(messages),
      },
      message,
    );
  }

  async #route(changes: Change[]): Promise<void> {
    await route(
      {
        catalog: this.catalog,
        toIngest: async (messages) => this.#enqueue(messages),
        toTimers: (messages) => this.#keepTimers(messages),
        toImages: async (messages) => this.#askForPictures(messages),
        toRender: async (messages) => {
          for (const message of messages) {
            if ('page' in message) this.#touched.pages.add(message.page);
            else this.#touched.everything = true;
          }
        },
      },
      changes,
    );
  }
}

function isPicture(message: Recheck | ImagesMessage): message is ImagesMessage {
  if ('share' in message || 'everyShareAfter' in message) return true;
  return 'key' in message && message.key.startsWith(layout.images);
}

/** A change in the catalog as its table's stream would tell it. */
function changeIn(change: Parameters<Listener>[0]): Change {
  const { after } = change;
  const kind = 'settings' in after ? 'settings' : 'kind' in after ? 'article' : 'image';
  return { kind, ...change } as Change;
}
