import { element, group, type Xml, xmlDocument } from '../xml.ts';
import { contentOf, type Feed, type FeedItem, lastChange } from './feed.ts';

/** Atom (RFC 4287) with whole texts. Articles have no other lasting name than their address. */
export function atomFeed(feed: Feed): string {
  return xmlDocument(
    group('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language }, [
      element('id', feed.feedUrl),
      element('title', feed.title),
      element('subtitle', feed.description),
      // Required even when there is nothing that could have changed; an empty feed knows no better time.
      element('updated', new Date(lastChange(feed) ?? 0).toISOString()),
      group('link', { rel: 'self', type: 'application/atom+xml', href: feed.feedUrl }),
      group('link', { rel: 'alternate', type: 'text/html', href: feed.pageUrl }),
      // Stands for entries that name nobody (RFC 4287, 4.1.1).
      group('author', {}, [element('name', feed.publisher)]),
      ...(feed.icon ? [element('logo', feed.icon)] : []),
      ...feed.items.map((item) => entry(item, feed)),
    ]),
  );
}

function entry(item: FeedItem, { language }: Feed): Xml {
  return group('entry', {}, [
    element('id', item.url),
    element('title', item.title),
    group('link', { rel: 'alternate', type: 'text/html', href: item.url }),
    element('published', item.date),
    element('updated', item.updated),
    ...item.authors.map(({ name, url }) =>
      group('author', {}, [element('name', name), element('uri', url)]),
    ),
    ...item.categories.map((term) => group('category', { term })),
    element('summary', item.summary),
    element('content', contentOf(item, language), { type: 'html' }),
  ]);
}
