import type { ReplyState } from '../../functions/shared/model.ts';
import type { Newsroom } from './newsroom.ts';

/** What people do to a newsroom. */
export type Edit =
  | { do: 'upload'; key: string; body: string | Uint8Array }
  /** The same bytes once more. */
  | { do: 'repeat'; key: string }
  | { do: 'delete'; key: string }
  | { do: 'wait'; hours: number }
  | { do: 'reply'; article: string; text: string }
  | { do: 'decide'; nth: number; to: ReplyState }
  /** The stack is deployed: S3 tries the queue, which has `site.yaml` looked at. */
  | { do: 'deploy' }
  | { do: 'rebuild' }
  /** The catalog is lost, and a rebuild is begun. */
  | { do: 'lose' };

/** Does it, as a client would: at once, and the queues hear of it. */
export async function perform(newsroom: Newsroom, edit: Edit): Promise<void> {
  switch (edit.do) {
    case 'upload':
      return newsroom.upload(edit.key, edit.body);
    case 'repeat': {
      const object = await newsroom.content.get(edit.key);
      return object && newsroom.upload(edit.key, object.body);
    }
    case 'delete':
      return newsroom.delete(edit.key);
    case 'wait':
      return newsroom.pass(edit.hours);
    case 'reply':
      return newsroom.reply(edit.article, edit.text);
    case 'decide':
      return newsroom.decide(edit.nth, edit.to);
    case 'deploy':
      return newsroom.look('site.yaml');
    case 'rebuild':
      return newsroom.rebuild();
    case 'lose':
      return newsroom.lose();
  }
}
