import { sitemapPages } from '../shared/layout.ts';
import type { SiteView } from './view.ts';

/**
 * What crawlers may read (RFC 9309). Previews are not named: an address that may not be read cannot say that it must
 * not be listed, which their header does.
 */
export function robotsText({ url }: SiteView): string {
  return [
    'User-agent: *',
    'Disallow: /api/',
    '',
    `Sitemap: ${url}/${sitemapPages.index}`,
    `Sitemap: ${url}/${sitemapPages.news}`,
    '',
  ].join('\n');
}
