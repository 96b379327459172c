import { element, group, type Xml, xmlDocument } from '../xml.ts';
import { contentOf, type Feed, type FeedItem, lastChange } from './feed.ts';

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
  'xmlns:slash': 'http://purl.org/rss/1.0/modules/slash/',
};

/**
 * RSS 2.0 with whole texts (Content module) and the number of replies (Slash module).
 * Dates are RFC 822, as the specification asks.
 */
export function rssFeed(feed: Feed): string {
  const built = lastChange(feed);
  const channel = [
    element('title', feed.title),
    element('link', feed.pageUrl),
    element('description', feed.description),
    element('language', feed.language),
    group('atom:link', { rel: 'self', type: 'application/rss+xml', href: feed.feedUrl }),
    ...(built === undefined ? [] : [element('lastBuildDate', rfc822(built))]),
    ...feed.items.map((item) => rssItem(item, feed)),
  ];
  return xmlDocument(
    group('rss', { version: '2.0', ...namespaces }, [group('channel', {}, channel)]),
  );
}

function rssItem(item: FeedItem, { language }: Feed): Xml {
  const isChanged = item.updated !== item.date;
  return group('item', {}, [
    element('title', item.title),
    element('link', item.url),
    element('guid', item.url, { isPermaLink: 'true' }),
    element('pubDate', rfc822(item.date)),
    ...(isChanged ? [element('atom:updated', item.updated)] : []),
    ...item.authors.map(({ name }) => element('dc:creator', name)),
    ...item.categories.map((name) => element('category', name)),
    // Readers take a description for HTML (RSS Advisory Board, "RSS Best Practices Profile").
    element('description', asHtml(item.summary)),
    element('content:encoded', contentOf(item, language)),
    ...(item.image ? [media(item.image)] : []),
    element('slash:comments', String(item.replyCount)),
  ]);
}

function media({ url, width, height, alt }: NonNullable<FeedItem['image']>): Xml {
  const size = { width: String(width), height: String(height) };
  return group('media:content', { url, medium: 'image', ...size }, [
    element('media:description', alt, { type: 'plain' }),
  ]);
}

function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function rfc822(date: string | number): string {
  return new Date(date).toUTCString();
}
