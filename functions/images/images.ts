import type { ImagesMessage } from '../shared/images-messages.ts';
import { type ImageParts, publishImage } from './publish-image.ts';
import { nameShares, publishShare, type ShareParts } from './publish-share.ts';

export type ImagesParts = ImageParts & ShareParts;

/** Something changed that pictures are made of: bring them in line. */
export function images(parts: ImagesParts, message: ImagesMessage): Promise<void> {
  if ('share' in message) return publishShare(parts, message.share);
  if ('everyShareAfter' in message) return nameShares(parts, message.everyShareAfter);
  return publishImage(parts, message.key);
}
