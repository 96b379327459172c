import { spelt } from '../../../shared/spelling.ts';
import { markSafe, type Safe } from '../handlebars.ts';
import type { Context, Options } from '../helper.ts';

type Link = { label: string; url: string };

/**
 * `{{navigation}}`, `{{navigation type="secondary"}}`: draws the partial `navigation` with the site's links, each with
 * label, url, slug and current.
 */
export function navigation(this: Context, { hash, data }: Options): Safe {
  const { type, ...attributes } = hash;
  const isSecondary = type === 'secondary';
  const links = data.site[isSecondary ? 'secondary_navigation' : 'navigation'] as Link[];
  if (links.length === 0) return markSafe('');
  const here = trimmed(data.root.relativeUrl);
  const shown = links.map(({ label, url }) => ({
    label,
    url,
    current: trimmed(url) === here,
    // Few themes use it, and it costs more than the rest of the link.
    get slug() {
      return spelt(label);
    },
  }));
  const context = { ...this, ...attributes, isSecondary, navigation: shown };
  return markSafe(data.galley.partial('navigation', context, data));
}

function trimmed(url: string): string {
  return url.replace(/\/+$/, '');
}
