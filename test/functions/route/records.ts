import type { ArticleRecord, Card, Reply, ReplyState } from '../../../functions/shared/model.ts';

/** An article in one section, with one tag and one author. */
export function card(changes: Partial<Card> = {}): Card {
  return {
    id: '2026/11/wall',
    title: 'The wall holds',
    excerpt: 'It held.',
    date: '2026-11-03T09:30:00+01:00',
    section: { slug: 'news', name: 'News' },
    tags: [{ slug: 'harbour', name: 'Harbour' }],
    authors: [{ slug: 'jo-ferry', name: 'Jo Ferry' }],
    featured: false,
    readingMinutes: 1,
    wordCount: 2,
    replyCount: 0,
    ...changes,
  };
}

/** The record of a live article. */
export function record(changes: Partial<ArticleRecord> = {}): ArticleRecord {
  const shown = changes.card ?? card();
  return {
    id: shown.id,
    kind: 'article',
    revision: 1,
    settingsRevision: 1,
    state: 'live',
    seen: {},
    key: `articles/${shown.id}.md`,
    versionId: 'v1',
    source: '01'.repeat(32),
    card: shown,
    images: {},
    ...changes,
  };
}

/** The same address with nothing there. */
export function absent(): ArticleRecord {
  const { id, kind, revision, settingsRevision, seen } = record();
  return { id, kind, revision, settingsRevision, seen, state: 'absent' };
}

export function reply(state: ReplyState, changes: Partial<Reply> = {}): Reply {
  return {
    article: '2026/11/wall',
    id: '01JD0000000000000000000001',
    name: 'Ada',
    text: 'Fine.',
    created: '2026-11-10T12:00:00.000Z',
    state,
    reasons: ['moderation'],
    decisions: [],
    ...changes,
  };
}
