import { escapeText, markSafe, type Safe } from '../handlebars.ts';
import type { Context } from '../helper.ts';

/** `{{title}}`: the headline. Escaped here, so that it is safe in `{{{title}}}` as well. */
export function title(this: Context): Safe {
  return markSafe(escapeText(this.title || ''));
}
