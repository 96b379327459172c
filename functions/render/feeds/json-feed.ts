import { contentOf, type Feed, type FeedItem } from './feed.ts';

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) with whole texts. */
export function jsonFeed(feed: Feed): string {
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.pageUrl,
    feed_url: feed.feedUrl,
    description: feed.description,
    language: feed.language,
    ...(feed.icon ? { icon: feed.icon } : {}),
    authors: [{ name: feed.publisher }],
    items: feed.items.map((item) => jsonItem(item, feed)),
  };
  return `${JSON.stringify(document, undefined, 1)}\n`;
}

function jsonItem(item: FeedItem, { language }: Feed) {
  return {
    id: item.url,
    url: item.url,
    title: item.title,
    content_html: contentOf(item, language),
    summary: item.summary,
    ...(item.image ? { image: item.image.url } : {}),
    date_published: item.date,
    ...(item.updated === item.date ? {} : { date_modified: item.updated }),
    ...(item.authors.length > 0 ? { authors: item.authors } : {}),
    ...(item.categories.length > 0 ? { tags: item.categories } : {}),
  };
}
