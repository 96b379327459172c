import { isDeepStrictEqual } from 'node:util';
import type { ImagesMessage } from '../shared/images-messages.ts';
import { shareSource } from '../shared/share-picture.ts';
import type { Change } from './route.ts';

/** Which share pictures may have to be others now. The newsroom's name stands on all of them. */
export function sharesTouched({ kind, before, after }: Change): ImagesMessage[] {
  if (kind === 'article') {
    const id = (after ?? before)?.id;
    const isSame = isDeepStrictEqual(shareSource(before), shareSource(after));
    return id === undefined || isSame ? [] : [{ share: id }];
  }
  if (kind !== 'settings' || before?.settings.title === after?.settings.title) return [];
  return [{ everyShareAfter: '' }];
}
