import type { Feed, FeedItem } from '../../../../functions/render/feeds/feed.ts';

export function item(changes: Partial<FeedItem> = {}): FeedItem {
  return {
    url: 'https://post.example/2026/11/wall/',
    title: 'The wall holds',
    authors: [{ name: 'Jo Ferry', url: 'https://post.example/author/jo-ferry/' }],
    categories: ['News', 'Harbour'],
    date: '2026-11-03T09:30:00+01:00',
    updated: '2026-11-03T09:30:00+01:00',
    summary: 'It held.',
    html: '<p>It <em>held</em>.</p>\n',
    corrections: [],
    replyCount: 0,
    ...changes,
  };
}

export function feed(items: FeedItem[], changes: Partial<Feed> = {}): Feed {
  return {
    title: 'The Post',
    description: 'News of the harbour',
    language: 'en-GB',
    pageUrl: 'https://post.example/',
    feedUrl: 'https://post.example/feed.xml',
    publisher: 'The Post',
    items,
    ...changes,
  };
}
