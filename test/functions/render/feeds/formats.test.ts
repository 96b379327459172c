import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { atomFeed } from '../../../../functions/render/feeds/atom.ts';
import type { FeedItem } from '../../../../functions/render/feeds/feed.ts';
import { jsonFeed } from '../../../../functions/render/feeds/json-feed.ts';
import { rssFeed } from '../../../../functions/render/feeds/rss.ts';
import { imageInfo } from '../../shared/image-info.ts';
import { feed, item } from './feed-of.ts';

const rss = (...items: FeedItem[]) => parseRssFeed(rssFeed(feed(items)));
const atom = (...items: FeedItem[]) => parseAtomFeed(atomFeed(feed(items)));
const json = (...items: FeedItem[]) => parseJsonFeed(JSON.parse(jsonFeed(feed(items))));

const corrected = {
  updated: '2026-11-05T09:30:00+01:00',
  corrections: [{ date: '2026-11-05T09:30:00+01:00', text: 'It was <Tuesday>.' }],
};
const toldCorrection =
  '<h2>Corrections</h2>\n<p><time datetime="2026-11-05T09:30:00+01:00">2026-11-05</time>: It was &lt;Tuesday&gt;.</p>';

describe('RSS', () => {
  it('says what it is the feed of, and where it lies itself', () => {
    expect(rss()).toMatchObject({
      title: 'The Post',
      link: 'https://post.example/',
      description: 'News of the harbour',
      language: 'en-GB',
      atom: { links: [{ rel: 'self', href: 'https://post.example/feed.xml' }] },
    });
  });

  it('has the whole text of an article, its people, kinds, image and number of replies', () => {
    const url = 'https://post.example/images/wall.jpg';
    const image = { ...imageInfo(url), alt: 'Waves' };
    expect(rss(item({ replyCount: 12, image })).items).toMatchObject([
      {
        title: 'The wall holds',
        link: 'https://post.example/2026/11/wall/',
        guid: { value: 'https://post.example/2026/11/wall/', isPermaLink: true },
        dc: { creators: ['Jo Ferry'] },
        categories: [{ name: 'News' }, { name: 'Harbour' }],
        description: 'It held.',
        content: { encoded: '<p>It <em>held</em>.</p>' },
        media: { contents: [{ url, medium: 'image', width: 800 }] },
        slash: { comments: 12 },
      },
    ]);
  });

  it.each([
    ['2026-11-03T09:30:00+01:00', 'Tue, 03 Nov 2026 08:30:00 GMT'],
    ['2026-10-31T23:30:00-04:00', 'Sun, 01 Nov 2026 03:30:00 GMT'],
    ['2026-02-28T00:00:00+00:00', 'Sat, 28 Feb 2026 00:00:00 GMT'],
  ])('writes %s as RFC 822 wants it', (date, written) => {
    expect(rss(item({ date })).items?.[0]?.pubDate).toBe(written);
  });

  it('was built when the latest of its articles came or was changed', () => {
    expect(rss(item(corrected), item()).lastBuildDate).toBe('Thu, 05 Nov 2026 08:30:00 GMT');
    expect(rss().lastBuildDate).toBeUndefined();
  });

  it('tells a correction below the text, and when it was made', () => {
    const [told] = rss(item(corrected)).items ?? [];
    expect(told?.content?.encoded).toBe(`<p>It <em>held</em>.</p>\n${toldCorrection}`);
    expect(told?.atom?.updated).toBe('2026-11-05T09:30:00+01:00');
  });

  it('keeps the order it is given', () => {
    const { items } = rss(item({ title: 'New' }), item({ title: 'Old' }));
    expect(items?.map(({ title }) => title)).toEqual(['New', 'Old']);
  });
});

describe('Atom', () => {
  it('has the whole text of an article', () => {
    expect(atom(item(corrected)).entries).toMatchObject([
      {
        id: 'https://post.example/2026/11/wall/',
        title: { value: 'The wall holds' },
        published: '2026-11-03T09:30:00+01:00',
        updated: '2026-11-05T09:30:00+01:00',
        authors: [{ name: 'Jo Ferry', uri: 'https://post.example/author/jo-ferry/' }],
        categories: [{ term: 'News' }, { term: 'Harbour' }],
        summary: { value: 'It held.' },
        content: { type: 'html', value: `<p>It <em>held</em>.</p>\n${toldCorrection}` },
      },
    ]);
  });

  it('has what RFC 4287 requires even when it is empty', () => {
    expect(atom()).toMatchObject({
      id: 'https://post.example/feed.xml',
      title: { value: 'The Post' },
      updated: '1970-01-01T00:00:00.000Z',
      authors: [{ name: 'The Post' }],
    });
  });
});

describe('JSON Feed', () => {
  it('has the whole text of an article', () => {
    expect(json(item(corrected))).toMatchObject({
      title: 'The Post',
      home_page_url: 'https://post.example/',
      feed_url: 'https://post.example/feed.xml',
      items: [
        {
          id: 'https://post.example/2026/11/wall/',
          content_html: `<p>It <em>held</em>.</p>\n${toldCorrection}`,
          date_published: '2026-11-03T09:30:00+01:00',
          date_modified: '2026-11-05T09:30:00+01:00',
          authors: [{ name: 'Jo Ferry' }],
          tags: ['News', 'Harbour'],
        },
      ],
    });
  });
});
