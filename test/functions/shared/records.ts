import type { ArticleRecord, Card } from '../../../functions/shared/model.ts';
import { imageInfo } from './image-info.ts';

export function cardOf(id: string, card: Partial<Card> = {}): Card {
  return {
    id,
    title: 'The wall',
    excerpt: 'It held.',
    date: '2026-11-03T09:30:00+01:00',
    tags: [],
    authors: [],
    featured: false,
    readingMinutes: 1,
    wordCount: 2,
    replyCount: 0,
    ...card,
  };
}

/** A live article; whoever saves it sets the revision. */
export function articleRecord(id: string, card: Partial<Card> = {}): ArticleRecord {
  const key = `articles/${id}.md`;
  return {
    id,
    kind: 'article',
    revision: 0,
    settingsRevision: 3,
    seen: { [key]: 'version-2' },
    state: 'live',
    key,
    versionId: 'version-1',
    source: '0123456789abcdef',
    card: cardOf(id, card),
    images: {},
  };
}

/** Every text as long as the checks let it be, in letters that take three or four bytes. */
export const fullest: Partial<Card> = {
  title: '港'.repeat(200),
  description: '港'.repeat(500),
  excerpt: '🌊'.repeat(400),
  updated: '2026-11-04T09:30:00+01:00',
  featured: true,
  hero: {
    ...imageInfo(`/images/${'n'.repeat(300)}.jpg.0123456789abcdef-1920.jpg`, 1920, 1080),
    alt: '港'.repeat(500),
    caption: '港'.repeat(500),
    credit: '港'.repeat(200),
  },
  canonical: `https://example.org/${'c'.repeat(1900)}`,
};
