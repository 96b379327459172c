import { siteKey } from '../shared/layout.ts';
import type { PurgeMessage, RenderMessage } from '../shared/messages.ts';
import type { Objects } from '../shared/objects.ts';
import { settle } from '../shared/settle.ts';
import { assetPages, type PageSources, renderPage } from './page.ts';

export type RenderParts = PageSources & {
  site: Objects;
  toPurge: (message: PurgeMessage) => Promise<void>;
};

/** A page name came in: read what it shows, render it, write it if it differs. */
export async function render(parts: RenderParts, message: RenderMessage): Promise<void> {
  if (message.page === 'assets/') {
    for (const page of assetPages()) await renderOne(parts, page, false);
  } else {
    await renderOne(parts, message.page, message.purge ?? false);
  }
}

async function renderOne(parts: RenderParts, page: string, purge: boolean): Promise<void> {
  let gone = false;
  await settle(parts.site, siteKey(page), async () => {
    const object = await renderPage(parts, page);
    gone = object === undefined;
    return object;
  });
  // Asked for on every delivery and not only when this one wrote: an earlier try may have crashed in between.
  if (purge || gone) await parts.toPurge({ paths: pathsOf(page) });
}

/** The CDN caches what the edge function makes of an address; both forms must be forgotten. */
function pathsOf(page: string): string[] {
  return [...new Set([`/${page}`, `/${siteKey(page)}`])];
}
