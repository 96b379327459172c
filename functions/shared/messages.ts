import type { ImagesMessage } from './images-messages.ts';
import { content } from './layout.ts';

/**
 * What travels in the queues. A message says that something changed, never what to write (rule 2).
 */

/**
 * To ingest and images: look at this key of the content bucket, or at this address, again. To ingest alone: look at
 * every file whose key comes after this one.
 */
export type Recheck = { key: string } | { id: string } | { everyKeyAfter: string };

/**
 * To render: a page, or every page of the articles after a place in the list of all of them. `purge` tells the CDN
 * as well, because something must disappear.
 */
export type RenderMessage = { page: string; purge?: boolean } | { everyPageAfter: string };

/**
 * To timers: see whether something changes at an address at this instant (ISO 8601, UTC), and have a timer then, or
 * none.
 */
export type TimersMessage = { id: string; at: string };

/** To purge: site paths that the CDN must forget. */
export type PurgeMessage = { paths: string[] };

/**
 * What a rebuild hands to a step without a queue, and gets back as long as something is left of it: messages as the
 * queue would carry them. `quiet` means that it will
 * render every page itself, so that what is new to the catalog need not be told to route.
 */
export type Batch = { messages: (Recheck | RenderMessage | ImagesMessage)[]; quiet?: boolean };

type S3Record = { s3?: { object?: { key?: unknown } } } | null;

/**
 * Reads a message of the ingest or images queue: an S3 event notification or one of our own.
 *
 * Keys in S3 events arrive URL-encoded with `+` for a space (S3 User Guide, "Event message structure"). The test
 * event that S3 sends when notifications are set up names nothing. It is taken for one about the settings: a new
 * site gets its first pages, and a deployed change of the notifications is followed by a look at every file.
 *
 * @throws SyntaxError, or URIError, when the body names nothing: it is poison and belongs in the dead-letter queue
 */
export function rechecksOf(body: string): Recheck[] {
  const message: unknown = JSON.parse(body);
  if (typeof message !== 'object' || message === null) {
    throw nothingNamed(body);
  }
  if ('Event' in message && message.Event === 's3:TestEvent') return [{ key: content.settings }];
  if ('Records' in message && Array.isArray(message.Records)) {
    return (message.Records as S3Record[]).map((record) => {
      const key = record?.s3?.object?.key;
      if (typeof key !== 'string') throw nothingNamed(body);
      return { key: decodeURIComponent(key.replaceAll('+', ' ')) };
    });
  }
  if ('key' in message && typeof message.key === 'string') return [{ key: message.key }];
  if ('id' in message && typeof message.id === 'string') return [{ id: message.id }];
  if ('everyKeyAfter' in message && typeof message.everyKeyAfter === 'string') {
    return [{ everyKeyAfter: message.everyKeyAfter }];
  }
  throw nothingNamed(body);
}

/** @throws SyntaxError when the body names no timer */
export function timersMessageOf(body: string): TimersMessage {
  const message: unknown = JSON.parse(body);
  if (typeof message === 'object' && message && 'id' in message && 'at' in message) {
    const { id, at } = message;
    if (typeof id === 'string' && typeof at === 'string' && isInstant(at)) return { id, at };
  }
  throw new SyntaxError(`a message must name an id and an instant, not ${body.slice(0, 80)}`);
}

function isInstant(text: string): boolean {
  const instant = Date.parse(text);
  return !Number.isNaN(instant) && new Date(instant).toISOString() === text;
}

function nothingNamed(body: string): SyntaxError {
  return new SyntaxError(
    `a message must name a key, an id or a place to go on from, not ${body.slice(0, 80)}`,
  );
}

/** @throws SyntaxError when the body names no page */
export function renderMessageOf(body: string): RenderMessage {
  const message: unknown = JSON.parse(body);
  if (typeof message === 'object' && message) {
    if ('page' in message && typeof message.page === 'string') {
      const purge = 'purge' in message && message.purge === true;
      return { page: message.page, ...(purge ? { purge } : {}) };
    }
    if ('everyPageAfter' in message && typeof message.everyPageAfter === 'string') {
      return { everyPageAfter: message.everyPageAfter };
    }
  }
  throw new SyntaxError(`a message must name a page, not ${body.slice(0, 80)}`);
}
