import type { Correction, Picture } from '../../shared/model.ts';
import { escapeText } from '../theme/handlebars.ts';
import { translated } from '../theme/translated.ts';

/** What all formats say of one article. Addresses are absolute, dates ISO 8601. */
export type FeedItem = {
  url: string;
  title: string;
  authors: { name: string; url: string }[];
  /** Section first, then tags. */
  categories: string[];
  date: string;
  updated: string;
  /** Plain text. */
  summary: string;
  /** The whole text as safe HTML whose addresses are absolute. */
  html: string;
  /** Plain text. */
  corrections: Correction[];
  image?: Picture;
  replyCount: number;
};

/** A list as feed readers know it. */
export type Feed = {
  title: string;
  description: string;
  language: string;
  /** The page it is the feed of. */
  pageUrl: string;
  /** Where it lies itself. */
  feedUrl: string;
  /** Whom to name where an article names nobody. */
  publisher: string;
  icon?: string;
  items: FeedItem[];
};

/** The latest change that an item shows, in milliseconds: a feed knows no clock. Undefined without items. */
export function lastChange({ items }: Feed): number | undefined {
  const changes = items.map((item) => Date.parse(item.updated));
  return changes.length > 0 ? Math.max(...changes) : undefined;
}

/** The text with what was corrected in it below, because whoever read the first version may never see the page. */
export function contentOf({ html, corrections }: FeedItem, language: string): string {
  if (corrections.length === 0) return html;
  const heading = escapeText(translated('Corrections', language));
  const told = corrections.map(({ date, text }) => {
    const day = date.slice(0, 10);
    return `<p><time datetime="${escapeText(date)}">${day}</time>: ${escapeText(text)}</p>\n`;
  });
  return `${html}<h2>${heading}</h2>\n${told.join('')}`;
}
