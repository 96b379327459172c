import { describe, expect, test } from 'vitest';
import { outcomeOf, reportOf } from '../../cli/newsroom/published.ts';
import { article } from './content-folder.ts';
import { MemoryDesk, siteUrl } from './memory-desk.ts';

const id = '2026/11/wall';
const wall = `articles/${id}.md`;
const withWarning = article('hero:\n  src: images/wall.png\n  alt: A wall\n');

/** Stores a version of the file as if ingest had got to the record and not to the report. */
async function halfTakenIn(desk: MemoryDesk, body: string): Promise<string> {
  const version = desk.content.upload(wall, { body, contentType: 'text/markdown' });
  const stored = await desk.catalog.article(id);
  const absent = { id, kind: 'article', settingsRevision: 0, state: 'absent' } as const;
  await desk.catalog.saveArticle({
    ...(stored ?? absent),
    revision: (stored?.revision ?? 0) + 1,
    seen: { [wall]: version },
    ...(stored ? { versionId: version } : {}),
  });
  return version;
}

describe('what became of an upload', () => {
  test('is open until the catalog has seen it', async () => {
    const desk = await new MemoryDesk().holds({ [wall]: article() });
    const body = article('featured: true\n');
    const version = desk.content.upload(wall, { body, contentType: 'text/markdown' });
    expect(await outcomeOf(desk, wall, version)).toBeUndefined();
  });

  test('is live at once for bytes that are live already', async () => {
    const desk = await new MemoryDesk().holds({ [wall]: article() });
    const version = await desk.put(wall, { body: article() });
    await desk.quiet();
    expect(await outcomeOf(desk, wall, version)).toMatchObject({ kind: 'live' });
  });

  test('is open until the page is made of it', async () => {
    const desk = new MemoryDesk();
    desk.loses = (message) => 'render' in message;
    const version = await desk.put(wall, { body: article() });
    await desk.quiet();
    expect((await desk.catalog.article(id))?.versionId).toBe(version);
    expect(await outcomeOf(desk, wall, version)).toBeUndefined();
  });

  test('is open while a report on an earlier version is there', async () => {
    const desk = await new MemoryDesk().holds({ [wall]: withWarning });
    const version = await halfTakenIn(desk, `${withWarning}More.\n`);
    expect(await outcomeOf(desk, wall, version)).toBeUndefined();
  });

  test('is open, and no draft, when a refused file has no report yet', async () => {
    const desk = new MemoryDesk();
    const version = await halfTakenIn(desk, 'No front matter.');
    expect(await outcomeOf(desk, wall, version)).toBeUndefined();
  });

  test('is quiet for a draft', async () => {
    const desk = new MemoryDesk();
    const version = await desk.put(wall, { body: article('status: draft\n') });
    await desk.quiet();
    const [preview] = await desk.catalog.previews();
    expect(await outcomeOf(desk, wall, version)).toMatchObject({
      kind: 'quiet',
      preview: `${siteUrl}/${preview}`,
      report: { outcome: 'draft' },
    });
  });

  test('is quiet for a scheduled article, as soon as its preview shows this version', async () => {
    const desk = new MemoryDesk();
    desk.loses = (message) => 'render' in message;
    const body = article().replace('2026-11-03', '2999-01-01');
    const version = await desk.put(wall, { body });
    await desk.quiet();
    expect(await outcomeOf(desk, wall, version)).toBeUndefined();
    desk.loses = () => false;
    const [page = ''] = await desk.catalog.previews();
    await desk.ask.render([{ page }]);
    await desk.quiet();
    expect(await outcomeOf(desk, wall, version)).toMatchObject({
      kind: 'quiet',
      preview: `${siteUrl}/${page}`,
      report: { outcome: 'scheduled' },
    });
  });

  test('is quiet for an article that has expired, and for a draft at the address of another', async () => {
    const desk = await new MemoryDesk().holds({ 'pages/about.md': article() });
    const expired = await desk.put(wall, { body: article('expires: 2026-11-21\n') });
    const beside = await desk.put('articles/about.md', { body: article('status: draft\n') });
    await desk.quiet();
    const outcomes = [
      await outcomeOf(desk, wall, expired),
      await outcomeOf(desk, 'articles/about.md', beside),
    ];
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ kind: 'quiet' });
      expect(outcome).not.toHaveProperty('preview');
    }
  });

  test('is its address when it is live, with the report that warns', async () => {
    const desk = new MemoryDesk();
    const version = await desk.put(wall, { body: withWarning });
    await desk.quiet();
    expect(await outcomeOf(desk, wall, version)).toMatchObject({
      kind: 'live',
      url: `${siteUrl}/${id}/`,
      report: { versionId: version, outcome: 'published' },
    });
  });

  test.each(['', 'hero:\n  src: images/wall.png\n  alt: A wall\n', 'status: draft\n'])(
    'is what it was when the same bytes came again: %j',
    async (lines) => {
      const desk = await new MemoryDesk().holds({ [wall]: article(lines) });
      const [before] = await desk.content.versions(wall);
      const version = await desk.put(wall, { body: article(lines) });
      await desk.quiet();
      const outcome = await outcomeOf(desk, wall, version);
      expect(outcome).toBeDefined();
      expect(outcome).toEqual(await outcomeOf(desk, wall, String(before?.versionId)));
    },
  );

  test('is the report on itself when refused bytes came again', async () => {
    const desk = await new MemoryDesk().holds({ [wall]: 'No front matter.' });
    const version = await desk.put(wall, { body: 'No front matter.' });
    await desk.quiet();
    expect(await outcomeOf(desk, wall, version)).toMatchObject({ report: { versionId: version } });
  });

  test('is the report when another file was first at its address', async () => {
    const desk = await new MemoryDesk().holds({ 'pages/about.md': article() });
    const version = await desk.put('articles/about.md', { body: article() });
    await desk.quiet();
    expect(await outcomeOf(desk, 'articles/about.md', version)).toMatchObject({
      kind: 'refused',
      report: { outcome: 'taken' },
    });
  });

  test('is the report when it was refused', async () => {
    const desk = await new MemoryDesk().holds({ [wall]: article() });
    const version = await desk.put(wall, { body: 'No front matter.' });
    await desk.quiet();
    expect(await outcomeOf(desk, wall, version)).toMatchObject({
      kind: 'refused',
      report: { versionId: version, outcome: 'kept' },
    });
  });
});

test('the report on a file is found, however long its name is', async () => {
  const desk = new MemoryDesk();
  const key = `articles/${'a'.repeat(1000)}.md`;
  await desk.put(key, { body: article() });
  await desk.quiet();
  expect(await reportOf(desk, key)).toMatchObject({ key, problems: [{ code: 'bad-name' }] });
});
