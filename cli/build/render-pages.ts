import { assetPages, type PageSources, renderPage } from '../../functions/render/page.ts';
import { siteKey } from '../../functions/shared/layout.ts';
import type { SiteWriter } from './site-writer.ts';

/** Keys of the files that pages became, and of those that there is no page for (any more). */
export type Rendered = { present: string[]; absent: string[]; written: number };

/** Renders pages and brings their files in line. */
export async function renderPages(
  sources: PageSources,
  writer: SiteWriter,
  pages: string[],
): Promise<Rendered> {
  const rendered: Rendered = { present: [], absent: [], written: 0 };
  for (const page of named(pages)) {
    const key = siteKey(page);
    const object = await renderPage(sources, page);
    if (!object) {
      rendered.absent.push(key);
      continue;
    }
    if (writer.put(key, object.body) === 'written') rendered.written += 1;
    rendered.present.push(key);
  }
  return rendered;
}

type Body = string | Uint8Array;

/** Renders few pages, before anything is written. */
export async function renderInMemory(
  sources: PageSources,
  pages: string[],
): Promise<{ present: Map<string, Body>; absent: string[] }> {
  const present = new Map<string, Body>();
  const absent: string[] = [];
  for (const page of named(pages)) {
    const object = await renderPage(sources, page);
    if (object) present.set(siteKey(page), object.body);
    else absent.push(siteKey(page));
  }
  return { present, absent };
}

/** `assets/` stands for all files of the theme. */
function named(pages: string[]): string[] {
  return pages.flatMap((page) => (page === 'assets/' ? assetPages() : page));
}
