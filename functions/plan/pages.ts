import { everyPage } from '../route/every-page.ts';
import type { RenderMessage } from '../shared/messages.ts';
import type { Stores } from './files.ts';
import { pageAt } from './site-keys.ts';

/** Rendered before all others, because these name the theme's files. Those of earlier themes stay. */
const assets = 'assets/';

/** Every page that the site should have, each once. */
export async function pagesWanted({ catalog }: Stores): Promise<RenderMessage[]> {
  const pages = new Set<string>();
  for await (const page of everyPage(catalog)) pages.add(page);
  pages.delete(assets);
  return [...pages].map((page) => ({ page }));
}

/** Pages that are there and should not be: rendered, they go. */
export async function pagesLeftOver({ catalog, site }: Stores): Promise<RenderMessage[]> {
  const found = new Set<string>();
  for await (const key of site.keys('')) {
    const page = pageAt(key);
    if (page !== undefined && !page.startsWith(assets)) found.add(page);
  }
  for await (const page of everyPage(catalog)) found.delete(page);
  return [...found].map((page) => ({ page }));
}
