import { escapeText, markSafe, type Safe } from '../handlebars.ts';
import type { Context, Options } from '../helper.ts';
import { limitOf, shorten } from '../shorten.ts';

/** `{{excerpt words="30"}}`: what a card tells of the post. A written description is never cut. */
export function excerpt(this: Context, { hash }: Options): Safe {
  if (this.custom_excerpt) return markSafe(escapeText(this.custom_excerpt));
  const text = escapeText(this.excerpt || '');
  return markSafe(shorten(text, limitOf(hash) ?? { unit: 'words', most: 50 }));
}
