import { markSafe, type Safe } from '../handlebars.ts';
import type { Context, Options } from '../helper.ts';
import { isPost } from '../kinds.ts';

/** `{{reading_time minute="1 minute" minutes="% minutes"}}`: how long the post takes. Nothing in all other places. */
export function readingTime(this: Context, { hash }: Options): Safe | string {
  const minutes = Number(this.reading_time);
  if (!isPost(this) || !minutes) return '';
  const { minute = '1 min read', minutes: several = '% min read' } = hash;
  return markSafe(minutes <= 1 ? String(minute) : String(several).replace('%', String(minutes)));
}
