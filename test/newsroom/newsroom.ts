import { images } from '../../functions/images/images.ts';
import { ingest } from '../../functions/ingest/ingest.ts';
import { render } from '../../functions/render/render.ts';
import { type Change, route } from '../../functions/route/route.ts';
import type { ImagesMessage } from '../../functions/shared/images-messages.ts';
import { content as layout } from '../../functions/shared/layout.ts';
import { MemoryCatalog } from '../../functions/shared/memory-catalog.ts';
import { MemoryComments } from '../../functions/shared/memory-comments.ts';
import { MemoryObjects } from '../../functions/shared/memory-objects.ts';
import type { Recheck, RenderMessage, TimersMessage } from '../../functions/shared/messages.ts';
import type { Reply, ReplyState } from '../../functions/shared/model.ts';
import { keepTimer } from '../../functions/timers/keep-timer.ts';
import { AlarmClock } from './alarm-clock.ts';
import { Cdn } from './cdn.ts';
import { gated } from './gated.ts';
import { Inbox } from './inbox.ts';
import { lossyCatalog } from './lossy-catalog.ts';
import type { Luck } from './luck.ts';
import type { Bend, Parts, StepName } from './parts.ts';
import { pictures } from './pictures.ts';
import { goOn, newRebuilding, type Rebuilding } from './rebuilding.ts';
import { changeInCatalog, recordOf } from './stream.ts';
import type { Startable, Turn } from './turns.ts';
import { WatchedObjects } from './watched-objects.ts';

export const siteUrl = 'https://galley.example';

/** All that happens, happens from here on. */
const firstDay = Date.UTC(2026, 10, 10, 12);
const hour = 60 * 60 * 1000;

/** The whole of Galley in memory: the real steps, joined by stores, queues and streams that chance drives. */
export class Newsroom {
  readonly cdn = new Cdn();
  readonly content = new MemoryObjects(() => this.#now);
  /** Each page that was ever put, oldest first. */
  readonly written: { key: string; body: string }[] = [];
  readonly site = new WatchedObjects((key, object) => {
    if (!object) return this.cdn.removed(key);
    this.cdn.put(key);
    this.written.push({ key, body: String(object.body) });
  });
  readonly catalog: MemoryCatalog;
  readonly comments: MemoryComments;
  readonly clock = new AlarmClock((message) => this.#ingestQueue.add(message));
  readonly #bend: Bend;
  readonly #ingestQueue: Inbox<Recheck>;
  readonly #imagesQueue: Inbox<ImagesMessage>;
  readonly #catalogStream: Inbox<Change>;
  readonly #repliesStream: Inbox<Change>;
  readonly #renderQueue: Inbox<RenderMessage>;
  readonly #timersQueue: Inbox<TimersMessage>;
  readonly #rebuilds: Inbox<Rebuilding>;
  readonly #lose: () => void;
  readonly #replies: Reply[] = [];
  #now = firstDay;

  constructor(luck: Luck, bend: Bend = () => ({})) {
    this.#bend = bend;
    this.#ingestQueue = new Inbox('ingest', luck, ([changed], turn) =>
      ingest(this.#parts('ingest', turn), changed as Recheck),
    );
    this.#imagesQueue = new Inbox('images', luck, ([message], turn) =>
      images(this.#parts('images', turn), message as ImagesMessage),
    );
    this.#renderQueue = new Inbox('render', luck, ([message], turn) =>
      render(this.#parts('render', turn), message as RenderMessage),
    );
    this.#timersQueue = new Inbox('timers', luck, ([message], turn) =>
      keepTimer(this.#parts('timers', turn), message as TimersMessage),
    );
    const toRoute = (changes: Change[], turn: Turn) =>
      route(this.#parts('route', turn, changes), changes);
    this.#catalogStream = new Inbox('route', luck, toRoute, recordOf);
    this.#repliesStream = new Inbox('route', luck, toRoute, recordOf);
    this.#rebuilds = new Inbox('rebuild', luck, ([rebuilding], turn) =>
      goOn(rebuilding as Rebuilding, this.#parts('rebuild', turn)),
    );
    const { catalog, lose } = lossyCatalog(
      () => new MemoryCatalog((change) => this.#catalogStream.add(changeInCatalog(change))),
    );
    this.catalog = catalog;
    this.#lose = lose;
    this.comments = new MemoryComments(
      () => this.now(),
      (change) => this.#repliesStream.add({ kind: 'reply', ...change }),
    );
  }

  now(): Date {
    return new Date(this.#now);
  }

  /** Time stands still between two edits: no step may depend on it. */
  pass(hours: number): void {
    this.#now += hours * hour;
    this.clock.tell(this.#now);
  }

  /** When nothing else is left to be done, time goes on to the next message that waits for it. */
  waitOn(): void {
    this.#now = this.clock.next() ?? this.#now;
    this.clock.tell(this.#now);
  }

  upload(key: string, body: string | Uint8Array): void {
    this.content.upload(key, { body, contentType: 'application/octet-stream' });
    this.#notify(key);
  }

  delete(key: string): void {
    this.content.delete(key);
    this.#notify(key);
  }

  /** Has a file looked at though nothing is known to have happened to it. */
  look(key: string): void {
    this.#notify(key);
  }

  /** Somebody has the site made anew, or a deployment does. */
  rebuild(): void {
    this.#rebuilds.add(newRebuilding('rebuild'));
  }

  /** The catalog is lost, and somebody has it made anew. */
  lose(): void {
    this.#lose();
    this.rebuild();
  }

  /** The same words to the same article are the same reply. */
  async reply(article: string, text: string): Promise<void> {
    const id = String(this.#replies.length).padStart(4, '0');
    const reply: Reply = {
      article,
      id,
      name: 'Ada',
      text,
      created: this.now().toISOString(),
      state: 'held',
      reasons: ['moderation'],
      decisions: [],
    };
    const { repeated } = await this.comments.submit(reply, `${article} ${text}`);
    if (!repeated) this.#replies.push(reply);
  }

  /** A moderator takes a decision on the state that the reply is in. */
  async decide(nth: number, to: ReplyState): Promise<void> {
    const reply = this.#replies[nth % this.#replies.length];
    const found = reply && (await this.comments.find(reply.article, reply.id));
    if (!found || found.state === to) return;
    const at = this.now().toISOString();
    const { redirect } = (await this.catalog.article(found.article)) ?? {};
    const shown = [found.article, ...(redirect?.replies ? [redirect.to] : [])];
    await this.comments.decide(found.article, found.id, { from: found.state, to, who: 'me', at });
    if (found.state === 'approved') this.cdn.withdrawn(shown);
  }

  /** Drops every message, as if all that happened so far had been dealt with. */
  forget(): void {
    for (const inbox of this.#inboxes()) inbox.clear();
  }

  /** What could be delivered now, in the plain order: as the data flows. */
  deliveries(): Startable[] {
    return this.#inboxes().flatMap((inbox) => inbox.deliveries());
  }

  #inboxes(): Pick<Inbox<unknown>, 'deliveries' | 'clear'>[] {
    return [
      this.#ingestQueue,
      this.#imagesQueue,
      this.#catalogStream,
      this.#repliesStream,
      this.#renderQueue,
      this.#timersQueue,
      this.#rebuilds,
    ];
  }

  /** S3 tells the queue that belongs to the prefix. */
  #notify(key: string): void {
    (key.startsWith(layout.images) ? this.#imagesQueue : this.#ingestQueue).add({ key });
  }

  #parts(step: StepName, turn: Turn, changes: Change[] = []): Parts {
    const parts: Parts = {
      content: gated(this.content, turn),
      site: gated(this.site, turn),
      catalog: gated(this.catalog, turn),
      comments: gated(this.comments, turn),
      siteUrl,
      ...pictures,
      toIngest: sending(this.#ingestQueue, turn),
      toTimers: sending(this.#timersQueue, turn),
      toImages: sending(this.#imagesQueue, turn),
      timers: gated(this.clock.timers, turn),
      toIngestLater: async (message, seconds) => {
        await turn();
        this.clock.later(message, this.#now + seconds * 1000);
      },
      now: () => this.now(),
      secret: () => new Uint8Array(32),
      toRender: sending(this.#renderQueue, turn),
      toPurge: async (message) => {
        await turn();
        this.cdn.purge(message);
      },
      // So few that most histories take more than one message for all files and for all pages.
      filesAtOnce: 2,
      articlesAtOnce: 2,
    };
    return { ...parts, ...this.#bend(step, parts, { newsroom: this, changes }) };
  }
}

/** SQS takes ten messages at a time, so a step can die when it has sent only some of them. */
function sending<T>(queue: Inbox<T>, turn: Turn) {
  return async (messages: T[]) => {
    for (const message of messages) {
      await turn();
      queue.add(message);
    }
  };
}
