import type { ReplyView, SiteView, View } from '../../../../functions/render/view.ts';
import { defaultSettings } from '../../../../functions/shared/default-settings.ts';
import type { Card } from '../../../../functions/shared/model.ts';

export const site: SiteView = {
  url: 'https://gazette.example',
  settings: {
    ...defaultSettings,
    title: 'The Harbour Gazette',
    description: 'News from the quay',
    sections: [{ slug: 'news', name: 'News', description: 'What happened' }],
    navigation: [
      { label: 'News', url: '/section/news/' },
      { label: 'Über uns', url: '/about/' },
    ],
    footer: [{ label: 'Privacy', url: '/privacy/' }],
  },
};

export const card: Card = {
  id: '2026/11/harbour-wall',
  title: 'The harbour wall',
  excerpt: 'The first words of the text.',
  date: '2026-11-20T09:00:00+01:00',
  section: { slug: 'news', name: 'News' },
  tags: [{ slug: 'harbour', name: 'Harbour' }],
  authors: [{ slug: 'ada', name: 'Ada' }],
  featured: false,
  readingMinutes: 3,
  wordCount: 700,
  replyCount: 2,
};

export function reply(overrides: Partial<ReplyView> & { id: string }): ReplyView {
  return { name: 'Bob', created: '2026-11-21T08:00:00Z', html: '<p>Well.</p>', ...overrides };
}

export function articleView(
  overrides: Partial<View & { kind: 'article' }> = {},
): View & { kind: 'article' } {
  return {
    kind: 'article',
    card,
    html: '<p>The wall.</p>',
    replies: [],
    corrections: [],
    beside: {},
    related: [],
    replyRule: 'open',
    ...overrides,
  };
}

export function listView(
  overrides: Partial<View & { kind: 'list' }> = {},
): View & { kind: 'list' } {
  return { kind: 'list', list: 'home', listKind: 'home', cards: [card], ...overrides };
}

/** Cards of as many articles, newest first, one a day. */
export function cards(count: number, overrides: Partial<Card> = {}): Card[] {
  return Array.from({ length: count }, (_, index) => ({
    ...card,
    id: `2026/11/story-${count - index}`,
    title: `Story ${count - index}`,
    date: `2026-11-${String(count - index).padStart(2, '0')}T09:00:00+01:00`,
    ...overrides,
  }));
}
