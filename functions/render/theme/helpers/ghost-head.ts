import { stylesheet } from 'galley:theme';
import { escapeText, markSafe, type Safe } from '../handlebars.ts';
import { headTags } from '../head-tags.ts';
import type { Context, Options } from '../helper.ts';
import { shareTags } from '../share-tags.ts';

/**
 * `{{ghost_head}}`, `{{ghost_head exclude="social_data,metadata"}}`: style sheet, description, canonical address,
 * neighbouring pages, what other sites need for a preview, and the feed.
 */
export function ghostHead(this: Context, { hash, data }: Options): Safe {
  const excluded = String(hash.exclude ?? '')
    .split(',')
    .map((each) => each.trim());
  const tags = [
    ...headTags(data, !excluded.includes('metadata')),
    ...(excluded.includes('social_data') ? [] : shareTags(data)),
  ];
  // Byte for byte, because its hash stands in the Content-Security-Policy.
  return markSafe([`<style>${stylesheet}</style>`, ...tags.map(asHtml)].join('\n'));
}

function asHtml([name, attributes]: [string, Record<string, unknown>]): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeText(value)}"`,
  );
  return `<${name}${written.join('')}>`;
}
