import { describe, expect, it } from 'vitest';
import type { ArticleRecord } from '../../../functions/shared/model.ts';
import { absent, record } from './records.ts';
import { catalogOf, sent } from './sent.ts';

const { id } = record();
const at = '2026-11-11T08:00:00.000Z';
const later = '2026-11-12T08:00:00.000Z';
const preview = `preview/${id}/0a1b/`;

function waiting(changes: Partial<ArticleRecord> = {}): ArticleRecord {
  return record({ state: 'scheduled', wakes: at, preview: '0a1b', ...changes });
}

async function becomes(before: ArticleRecord | undefined, next: ArticleRecord) {
  const change = { kind: 'article' as const, ...(before ? { before } : {}), after: next };
  return sent(await catalogOf(next), change);
}

describe('a scheduled article', () => {
  it('has its preview rendered and no other page', async () => {
    const { renders, timers } = await becomes(undefined, waiting());
    expect(renders).toEqual([{ page: preview }]);
    expect(timers).toEqual([]);
  });

  it('has its preview rendered when anything about it changed', async () => {
    const { pages } = await becomes(waiting(), waiting({ revision: 2, settingsRevision: 2 }));
    expect(pages).toEqual([preview]);
  });

  it('that goes live leaves its preview and its timer, and comes into its lists', async () => {
    const { renders, timers } = await becomes(waiting(), record({ revision: 2 }));
    expect(renders).toContainEqual({ page: `${id}/` });
    expect(renders).toContainEqual({ page: preview });
    expect(renders).toContainEqual({ page: 'section/news/' });
    expect(timers).toEqual([{ id, at }]);
  });

  it('that is put off leaves its timer', async () => {
    const { timers } = await becomes(waiting(), waiting({ revision: 2, wakes: later }));
    expect(timers).toEqual([{ id, at }]);
  });

  it('that is deleted leaves its preview and its timer', async () => {
    const { pages, timers } = await becomes(waiting(), absent());
    expect(pages).toEqual([preview]);
    expect(timers).toEqual([{ id, at }]);
  });
});

describe('a live article', () => {
  it('that expires is forgotten by the CDN', async () => {
    const { renders, timers } = await becomes(
      record({ wakes: at }),
      record({ state: 'expired', revision: 2 }),
    );
    expect(renders).toContainEqual({ page: `${id}/`, purge: true });
    expect(renders).toContainEqual({ page: '', purge: true });
    expect(timers).toEqual([{ id, at }]);
  });

  it('whose time of expiry changes, and nothing else, has no page rendered', async () => {
    const { renders, timers } = await becomes(
      record({ wakes: at }),
      record({ wakes: later, revision: 2 }),
    );
    expect(renders).toEqual([]);
    expect(timers).toEqual([{ id, at }]);
  });
});
