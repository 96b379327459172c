import { stylesheet } from 'galley:theme';
import { escapeText, markSafe, type Safe } from '../handlebars.ts';
import { headTags } from '../head-tags.ts';
import type { Context, Options } from '../helper.ts';
import { shareTags } from '../share-tags.ts';
import { structuredData } from '../structured-data.ts';

/**
 * `{{ghost_head}}`, `{{ghost_head exclude="social_data,metadata"}}`: style sheet, description, canonical address,
 * neighbouring pages, what other sites need for a preview, the feeds, and what schema.org has words for.
 */
export function ghostHead(this: Context, { hash, data }: Options): Safe {
  const excluded = String(hash.exclude ?? '')
    .split(',')
    .map((each) => each.trim());
  const tags = [
    ...headTags(data, !excluded.includes('metadata')),
    ...(excluded.includes('social_data') ? [] : shareTags(data)),
  ];
  const facts = excluded.includes('schema')
    ? undefined
    : structuredData(data.galley.view, data.galley.site);
  // Byte for byte, because its hash stands in the Content-Security-Policy.
  const parts = [
    `<style>${stylesheet}</style>`,
    ...tags.map(asHtml),
    ...(facts ? [asScript(facts)] : []),
  ];
  return markSafe(parts.join('\n'));
}

/** Not run, whatever its name: a browser leaves a type alone that is no script's. Nothing in it may end it. */
function asScript(facts: object): string {
  const json = JSON.stringify(facts).replaceAll('<', '\\u003c');
  return `<script type="application/ld+json">${json}</script>`;
}

function asHtml([name, attributes]: [string, Record<string, unknown>]): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeText(value)}"`,
  );
  return `<${name}${written.join('')}>`;
}
