import { forEver, type NewObject } from '../shared/objects.ts';
import { parsePage } from '../shared/pages.ts';
import { atomFeed } from './feeds/atom.ts';
import { jsonFeed } from './feeds/json-feed.ts';
import { loadFeed } from './feeds/load-feed.ts';
import { rssFeed } from './feeds/rss.ts';
import { loadPreview } from './load-preview.ts';
import { loadView, type Sources } from './load-view.ts';
import { loadMoved, movedHtml } from './moved.ts';
import { robotsText } from './robots.ts';
import { sitemap } from './sitemaps/sitemap.ts';
import { assets, renderView, stylesheetHash } from './theme/index.ts';

/**
 * Pages may be shared for seconds only, so that a change shows without invalidation; a page that cannot be
 * fetched anew is served old for a day (RFC 5861).
 */
const fresh = 'public, max-age=0, s-maxage=10, stale-while-revalidate=30, stale-if-error=86400';
const feeds = {
  rss: { write: rssFeed, type: 'application/rss+xml' },
  atom: { write: atomFeed, type: 'application/atom+xml' },
  json: { write: jsonFeed, type: 'application/feed+json' },
} as const;
/** No cache keeps what may be withdrawn at any time and is for a few people only (RFC 9111, 5.2.2). */
const never = 'private, no-store';

export type PageSources = Sources & {
  /** Public address of the stack, for a site whose `site.yaml` names none; without trailing slash. */
  siteUrl: string;
};

/**
 * The object that a page name stands for, as a function of the two truths; undefined when there is no such page.
 * No clock and no chance: the same state gives the same bytes (rule 4).
 */
export async function renderPage(
  sources: PageSources,
  page: string,
): Promise<NewObject | undefined> {
  const name = parsePage(page);
  if (name.kind === 'asset') return assetObject(page);
  const { settings } = await sources.catalog.settings();
  const site = { settings, url: settings.url || sources.siteUrl };
  switch (name.kind) {
    case 'feed': {
      const { list, format } = name;
      if (!settings.feeds.includes(format)) return undefined;
      const feed = await loadFeed(sources, list, format, site);
      return feed && document(feeds[format].write(feed), feeds[format].type);
    }
    case 'sitemap':
      return document(await sitemap(sources.catalog, name.part, site), 'application/xml');
    case 'robots':
      return document(robotsText(site), 'text/plain');
    case 'archive':
      return html(
        renderView({ kind: 'archive', months: await sources.catalog.months('home') }, site),
      );
    case 'preview': {
      const loaded = await loadPreview(sources, name, settings);
      return loaded && secret(html(renderView(loaded.view, site), loaded.source));
    }
    case 'not-found':
      return html(renderView({ kind: 'not-found' }, site));
    default: {
      const loaded = await loadView(sources, name, settings);
      if (loaded) return html(renderView(loaded.view, site), loaded.source);
      const moved = name.kind === 'address' && (await loadMoved(sources.catalog, name.id));
      return moved ? document(movedHtml(moved, site), 'text/html') : undefined;
    }
  }
}

/** Pages of the theme's files; `assets/` alone stands for all of them. */
export function assetPages(): string[] {
  return [...assets.keys()];
}

function assetObject(page: string): NewObject | undefined {
  const asset = assets.get(page);
  return asset && { ...asset, cacheControl: forEver };
}

function document(body: string | undefined, type: string): NewObject | undefined {
  if (body === undefined) return undefined;
  return { body, contentType: `${type}; charset=utf-8`, cacheControl: fresh };
}

function html(body: string, source?: string): NewObject {
  return {
    body,
    contentType: 'text/html; charset=utf-8',
    cacheControl: fresh,
    // The edge puts the hash into this page's Content-Security-Policy.
    meta: { style: stylesheetHash, ...(source ? { source } : {}) },
  };
}

/** The edge makes a header of it, because search engines read that even where they do not read the page. */
function secret(page: NewObject): NewObject {
  return { ...page, cacheControl: never, meta: { ...page.meta, robots: 'noindex, nofollow' } };
}
