import { feedFiles, feedFormats, sitemapPages } from './layout.ts';
import type { FeedFormat } from './model.ts';

/** A page name came in: what is it? The grammar of addresses, in one place. */
export type PageName =
  | { kind: 'list'; list: string; month?: string }
  | { kind: 'archive' }
  | { kind: 'feed'; list: string; format: FeedFormat }
  | { kind: 'sitemap'; part: 'index' | 'news' | 'lists' | { month: string } }
  | { kind: 'robots' }
  | { kind: 'not-found' }
  | { kind: 'asset'; name: string }
  | { kind: 'preview'; id: string; token: string }
  | { kind: 'address'; id: string };

const month = /^(.*)\/(\d{4})\/(\d{2})$/;
const parts = Object.keys(sitemapPages) as (keyof typeof sitemapPages)[];

/** @param page a page name as `siteKey` takes it, for example `section/news/2026/11/` */
export function parsePage(page: string): PageName {
  if (page === '') return { kind: 'list', list: 'home' };
  if (page === '404.html') return { kind: 'not-found' };
  if (page === 'robots.txt') return { kind: 'robots' };
  if (page.startsWith('assets/')) return { kind: 'asset', name: page.slice('assets/'.length) };
  const sitemap = sitemapOf(page);
  if (sitemap) return { kind: 'sitemap', part: sitemap };
  const path = page.replace(/\/$/, '');
  const [, folder = 'home', file] = /^(?:(.*)\/)?([^/]*)$/.exec(page) ?? [];
  const format = feedFormats.find((each) => feedFiles[each] === file);
  if (format) return { kind: 'feed', list: folder, format };
  const dated = month.exec(path);
  if (path === 'archive') return { kind: 'archive' };
  if (path.startsWith('archive/') && dated) {
    return { kind: 'list', list: 'home', month: `${dated[2]}-${dated[3]}` };
  }
  if (/^(section|tag|author)\//.test(path)) {
    return dated?.[1]?.includes('/')
      ? { kind: 'list', list: dated[1], month: `${dated[2]}-${dated[3]}` }
      : { kind: 'list', list: path };
  }
  const preview = /^preview\/(.+)\/([^/]+)$/.exec(path);
  if (preview) return { kind: 'preview', id: String(preview[1]), token: String(preview[2]) };
  return { kind: 'address', id: path };
}

function sitemapOf(page: string): (PageName & { kind: 'sitemap' })['part'] | undefined {
  const part = parts.find((each) => sitemapPages[each] === page);
  const [, dated] = /^sitemap-(\d{4}-\d{2})\.xml$/.exec(page) ?? [];
  return part ?? (dated ? { month: dated } : undefined);
}
