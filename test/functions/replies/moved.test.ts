import { beforeEach, describe, expect, it } from 'vitest';
import { article, formEvent, formIn, good, startApi } from './api.ts';

const former = '2025/10/old-wall';

/** Readers may still have the page open that was there before. */
describe('a reply to a former address', () => {
  let api: Awaited<ReturnType<typeof startApi>>;

  beforeEach(async () => {
    api = await startApi();
    await move(former, article, true);
    const { catalog } = api.parts;
    const record = await catalog.article(article);
    if (!record) throw new Error('The desk has no article');
    const aliases = { aliases: [former], formerly: [former] };
    await catalog.saveArticle({ ...record, revision: record.revision + 1, ...aliases });
  });

  function move(id: string, to: string, replies: boolean) {
    const redirect = { to, key: `articles/${to}.md`, replies };
    const base = { kind: 'article', settingsRevision: 1, seen: {} } as const;
    return api.parts.catalog.saveArticle({ ...base, id, revision: 1, state: 'moved', redirect });
  }

  function approve(at: string, id: string) {
    const text = { name: 'Ben', text: 'Indeed.', created: '2026-11-01T08:00:00.000Z' };
    const stored = { article: at, id, ...text, reasons: [], decisions: [] };
    return api.comments.submit({ ...stored, state: 'approved' }, id);
  }

  it('is stored with the article that moved, and leads there', async () => {
    const answer = await api.send(formEvent({ ...good, article: former }));
    expect(answer.statusCode).toBe(303);
    expect(answer.headers?.location).toBe(`/${article}/#reply-received`);
    expect(await api.held()).toMatchObject([{ article }]);
  });

  it('goes by the rule of that article', async () => {
    await move('2025/10/shut', 'closed', false);
    const answer = await api.send(formEvent({ ...good, article: '2025/10/shut' }));
    expect(answer.statusCode).toBe(409);
    expect(formIn(answer)).toMatchObject({ card: { id: 'closed' }, retry: false });
  });

  it('finds nobody when the article is not live either', async () => {
    await move('2025/10/lost', 'gone', true);
    const answer = await api.send(formEvent({ ...good, article: '2025/10/lost' }));
    expect(answer.statusCode).toBe(404);
  });

  it.each([former, article])('may answer one that was written there, sent to %s', async (to) => {
    const parent = '00000000000000000000000009';
    await approve(former, parent);
    const answer = await api.send(formEvent({ ...good, article: to, parent }));
    expect(answer.statusCode).toBe(303);
    expect(await api.held()).toMatchObject([{ article, parent }]);
  });

  it('may not answer one whose address did not bring its replies along', async () => {
    const parent = '00000000000000000000000009';
    await move('2025/10/other', article, false);
    await approve('2025/10/other', parent);
    const answer = await api.send(formEvent({ ...good, article: '2025/10/other', parent }));
    expect(answer.statusCode).toBe(422);
  });
});
