import { content } from './layout.ts';
import { rechecksOf } from './messages.ts';

/**
 * To images: look at this original again; or see whether the share picture of an article is the one that it should have;
 * or of every article after a place in the list of all of them.
 */
export type ImagesMessage = { key: string } | { share: string } | { everyShareAfter: string };

/**
 * Reads a message of the images queue: an S3 event notification or one of our own. S3 tests this queue as it does the
 * one of ingest, with a message that is about the settings and names no image.
 *
 * @throws SyntaxError, or URIError, when the body names nothing
 */
export function imagesMessagesOf(body: string): ImagesMessage[] {
  const message: unknown = JSON.parse(body);
  if (typeof message === 'object' && message) {
    if ('share' in message && typeof message.share === 'string') return [{ share: message.share }];
    if ('everyShareAfter' in message && typeof message.everyShareAfter === 'string') {
      return [{ everyShareAfter: message.everyShareAfter }];
    }
  }
  return rechecksOf(body).flatMap((changed) =>
    'key' in changed && changed.key.startsWith(content.images) ? [{ key: changed.key }] : [],
  );
}
