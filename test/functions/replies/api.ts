import { readFileSync } from 'node:fs';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { SiteView, View } from '../../../functions/render/view.ts';
import type { Answer } from '../../../functions/replies/answers.ts';
import { createApi } from '../../../functions/replies/app.ts';
import { MemoryCatalog } from '../../../functions/shared/memory-catalog.ts';
import { MemoryComments } from '../../../functions/shared/memory-comments.ts';
import { memorySecrets } from '../../../functions/shared/memory-secrets.ts';
import type { ArticleRecord, Card, ReplyRule } from '../../../functions/shared/model.ts';

export const article = '2026/11/harbour-wall';

/** A whole event as API Gateway sends it. */
export function eventOf(
  name: 'reply-form' | 'reply-json' | 'consent-form',
): APIGatewayProxyEventV2 {
  const file = new URL(`../../fixtures/events/http-api/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}

export const good = {
  article,
  reply: 'A *fine* wall.',
  name: 'Ada',
  email: 'ada@example.org',
  website: 'https://example.org/',
};

/** The form event with other fields in it; a field given as undefined is left out. */
export function formEvent(fields: Record<string, string | undefined> = good) {
  const sent = Object.entries(fields).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return withBody(eventOf('reply-form'), new URLSearchParams(sent).toString());
}

export function jsonEvent(body: unknown = good) {
  return withBody(eventOf('reply-json'), typeof body === 'string' ? body : JSON.stringify(body));
}

export function withBody(
  event: APIGatewayProxyEventV2,
  body: string | Uint8Array,
): APIGatewayProxyEventV2 {
  return {
    ...event,
    body: Buffer.from(body).toString('base64'),
    isBase64Encoded: true,
  };
}

function record(overrides: Partial<ArticleRecord>): ArticleRecord {
  const id = overrides.id ?? article;
  const card: Card = {
    id,
    title: 'The harbour wall',
    excerpt: '',
    date: '2026-11-20T09:00:00+00:00',
    tags: [],
    authors: [],
    featured: false,
    readingMinutes: 1,
    wordCount: 1,
    replyCount: 0,
  };
  const base = { kind: 'article', revision: 1, settingsRevision: 1, state: 'live' } as const;
  return { ...base, seen: {}, card, ...overrides, id };
}

/** The API with everything in memory. Pages come out as the JSON of what they show. */
export async function startApi(rule: ReplyRule = 'open') {
  let now = new Date('2026-11-24T12:00:00Z');
  let made = 0;
  const clock = () => now;
  const catalog = new MemoryCatalog();
  const comments = new MemoryComments(clock);
  const failures: unknown[] = [];
  const { settings } = await catalog.settings();
  await catalog.saveSettings({ revision: 1, settings: { ...settings, replies: rule } });
  await catalog.saveArticle(record({}));
  await catalog.saveArticle(record({ id: 'closed', replies: 'closed' }));
  await catalog.saveArticle(record({ id: 'off', replies: 'off' }));
  await catalog.saveArticle(record({ id: 'open', replies: 'open' }));
  await catalog.saveArticle(record({ id: 'about', kind: 'page' }));
  await catalog.saveArticle(record({ id: 'gone', state: 'absent' }));
  const parts = {
    catalog,
    comments,
    secrets: memorySecrets,
    clock,
    newId: () => {
      made += 1;
      return String(made).padStart(26, '0');
    },
    theme: {
      renderView: (view: View, site: SiteView) => JSON.stringify({ view, site }),
      stylesheetHash: 'sha256-abc',
    },
    failed: (error: unknown) => failures.push(error),
  };
  return {
    parts,
    comments,
    failures,
    send: createApi(parts),
    later: (milliseconds: number) => {
      now = new Date(now.getTime() + milliseconds);
    },
    held: () => comments.queue('held'),
  };
}

/** The form that an answer shows. */
export function formIn(answer: Answer): View & { kind: 'reply-form' } {
  return JSON.parse(answer.body ?? '').view;
}
