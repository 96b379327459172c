import { addressOf, type Card } from '../shared/model.ts';
import type { SiteView } from './view.ts';

/**
 * The newest articles as RSS 2.0, with the reply count of the Slash module.
 * Dates are RFC 822 as the specification asks; `lastBuildDate` is the latest that an item shows, because a page
 * knows no clock.
 */
export function rssFeed({ settings, url }: SiteView, cards: Card[]): string {
  const changes = cards.map((card) => Date.parse(card.updated ?? card.date));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"',
    '  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">',
    '<channel>',
    element('title', settings.title),
    element('link', `${url}/`),
    element('description', settings.description || settings.title),
    element('language', settings.language),
    `<atom:link rel="self" type="application/rss+xml" href="${escapeXml(`${url}/feed.xml`)}"/>`,
    ...(cards.length > 0 ? [element('lastBuildDate', rfc822(Math.max(...changes)))] : []),
    ...cards.map((card) => item(card, url)),
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}

function item(card: Card, url: string): string {
  const link = `${url}/${addressOf(card.id)}`;
  const kinds = [...(card.section ? [card.section] : []), ...card.tags];
  return [
    '<item>',
    element('title', card.title),
    element('link', link),
    `<guid isPermaLink="true">${escapeXml(link)}</guid>`,
    element('pubDate', rfc822(card.date)),
    ...card.authors.map((author) => element('dc:creator', author.name)),
    ...kinds.map((kind) => element('category', kind.name)),
    // Titles are plain text, but this is HTML in an XML element (RSS Advisory Board, "RSS Best Practices Profile").
    element('description', escapeXml(card.description ?? card.excerpt)),
    element('slash:comments', String(card.replyCount)),
    '</item>',
  ].join('\n');
}

function rfc822(date: string | number): string {
  return new Date(date).toUTCString();
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 has no way to write most control characters; they are left out. */
function escapeXml(text: string): string {
  return text.replace(forbidden, '').replace(/[&<>"]/g, (char) => entities[char] ?? char);
}
