import { pagesAfter } from '../route/every-page.ts';
import { siteKey } from '../shared/layout.ts';
import type { PurgeMessage, RenderMessage } from '../shared/messages.ts';
import type { Objects } from '../shared/objects.ts';
import { settle } from '../shared/settle.ts';
import { assetPages, type PageSources, renderPage } from './page.ts';

/** The pages of so many articles one message names: a few seconds of work. */
const articlesAtOnce = 1_000;

export type RenderParts = PageSources & {
  site: Objects;
  toPurge: (message: PurgeMessage) => Promise<void>;
  toRender: (messages: RenderMessage[]) => Promise<void>;
  /** The pages of how many articles one message names when every page is to be rendered. @default 1,000 */
  articlesAtOnce?: number;
};

/** A page name came in: read what it shows, render it, write it if it differs. */
export async function render(parts: RenderParts, message: RenderMessage): Promise<void> {
  if ('everyPageAfter' in message) {
    await nameAfter(parts, message.everyPageAfter);
  } else if (message.page === 'assets/') {
    for (const page of assetPages()) await renderOne(parts, page, false);
  } else {
    await renderOne(parts, message.page, message.purge ?? false);
  }
}

/** As with all files in ingest: a part of the pages, and then a message for the rest. */
async function nameAfter(parts: RenderParts, after: string): Promise<void> {
  const { catalog, toRender, articlesAtOnce: most = articlesAtOnce } = parts;
  const { pages, next } = await pagesAfter(catalog, after, most);
  await toRender(pages.map((page) => ({ page })));
  if (next) await toRender([{ everyPageAfter: next }]);
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
