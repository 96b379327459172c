import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { atomFeed } from '../../../../functions/render/feeds/atom.ts';
import { jsonFeed } from '../../../../functions/render/feeds/json-feed.ts';
import { rssFeed } from '../../../../functions/render/feeds/rss.ts';
import { hostile } from '../../../fixtures/hostile.ts';
import { feed, item } from './feed-of.ts';

/** What stands in a feed besides these would have come out of a payload. */
const usual = {
  rss: `rss channel title link description language atom:link lastBuildDate item guid pubDate
    dc:creator category content:encoded slash:comments`,
  atom: `feed id title subtitle updated link author name logo entry published uri category summary
    content`,
};

const withPayload = (payload: string) =>
  feed(
    [
      item({
        title: payload,
        summary: payload,
        authors: [{ name: payload, url: 'https://post.example/author/x/' }],
        categories: [payload],
      }),
    ],
    { title: payload, description: payload },
  );

describe('hostile text in feeds', () => {
  it.each(hostile)('is text: $name', ({ payload }) => {
    const written = { rss: rssFeed(withPayload(payload)), atom: atomFeed(withPayload(payload)) };
    for (const format of ['rss', 'atom'] as const) {
      const found = elementsOf(parseXml(written[format]).root);
      const titles = found.filter(({ name }) => name === 'title').map(({ text }) => text);
      expect(titles).toEqual([writable(payload), writable(payload)]);
      const known = usual[format].split(/\s+/);
      expect(found.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
    }
    expect(JSON.parse(jsonFeed(withPayload(payload))).items[0].title).toBe(
      payload.toWellFormed() === payload ? payload : expect.any(String),
    );
  });

  it('is no HTML in the description, which readers show as HTML', () => {
    const summary = '1 < 2 & <img src=x onerror=alert(1)>';
    const [told] = parseRssFeed(rssFeed(feed([item({ summary })]))).items ?? [];
    expect(told?.description).toBe('1 &lt; 2 &amp; &lt;img src=x onerror=alert(1)&gt;');
  });

  it('loses characters that XML cannot write, and nothing else', () => {
    const title = 'a\u0000\u0008b\ud800c\ufffe\tÅ🌊';
    const [told] = parseRssFeed(rssFeed(feed([item({ title })]))).items ?? [];
    expect(told?.title).toBe('abc\tÅ🌊');
  });
});

function elementsOf(element: XmlElement | null): XmlElement[] {
  if (!element) return [];
  const inner = element.children.filter((child): child is XmlElement => child.type === 'element');
  return [element, ...inner.flatMap(elementsOf)];
}

/** A text as it comes back out of XML 1.0: without forbidden characters, with unified line ends (2.2, 2.11). */
function writable(text: string): string {
  return [...text]
    .filter((char) => /[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(char))
    .join('')
    .replace(/\r\n?/g, '\n');
}
