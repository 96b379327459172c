import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { rebuild } from '../../cli/newsroom/rebuild.ts';
import { silent } from '../../cli/progress.ts';
import type { MemoryObjects } from '../../functions/shared/memory-objects.ts';
import { png } from '../functions/images/pictures.ts';
import { article, settings } from './content-folder.ts';
import { MemoryDesk } from './memory-desk.ts';
import { first } from './reply-ids.ts';

const wall = 'articles/2026/11/wall.md';
const files = {
  'site.yaml': settings,
  'images/wall.png': png(40, 30),
  [wall]: article('section: news\nhero:\n  src: images/wall.png\n  alt: A wall\n'),
  'articles/2026/10/tides.md': article('tags: [sea]\n'),
  'articles/2026/10/broken.md': 'No front matter.',
  'pages/about.md': article(),
};

const pace = { every: 2, patience: 30_000 };
const impatient = { every: 2, patience: 100 };

async function newsroom(): Promise<MemoryDesk> {
  const desk = await new MemoryDesk().holds(files);
  await desk.receives({ id: first, state: 'approved' });
  return desk;
}

/** Loses everything that is derived. */
function lose(desk: MemoryDesk): void {
  desk.forgetCatalog();
  for (const key of Object.keys(desk.site.dump())) desk.site.delete(key);
  for (const key of Object.keys(desk.content.dump('reports/'))) desk.content.delete(key);
}

function stray(objects: MemoryObjects, key: string): void {
  objects.upload(key, { body: 'x', contentType: 'text/plain' });
}

function asksFor(message: object, page: string): boolean {
  return isDeepStrictEqual(message, { render: { page } });
}

describe('galley rebuild', () => {
  test('makes the same site again, byte for byte, when all that is derived is lost', async () => {
    const desk = await newsroom();
    const before = { site: desk.site.dump(), content: desk.content.dump() };
    lose(desk);
    expect(desk.site.dump()).toEqual({});
    const rebuilt = await rebuild(desk, silent, pace);
    expect(desk.site.dump()).toEqual(before.site);
    expect(desk.content.dump()).toEqual(before.content);
    expect(desk.site.dump()['2026/11/wall/index.html']).toContain('A fine wall.');
    expect(rebuilt.files).toBe(Object.keys(files).length);
  });

  test('writes nothing when nothing is wrong', async () => {
    const desk = await newsroom();
    const before = desk.site.writes;
    await rebuild(desk, silent, pace);
    expect(desk.site.writes).toBe(before);
  });

  test('begins with the 404 page, which has no style after a change of the theme', async () => {
    const desk = await newsroom();
    desk.sent.length = 0;
    await rebuild(desk, silent, pace);
    expect(desk.sent[0]).toEqual({ render: { page: '404.html' } });
  });

  test('does not begin with a 404 page for a site whose title is not known', async () => {
    const desk = await newsroom();
    desk.forgetCatalog();
    desk.sent.length = 0;
    await rebuild(desk, silent, pace);
    expect(desk.sent[0]).not.toHaveProperty('render');
  });

  test('takes away pages, lists and feeds that should not be there', async () => {
    const desk = await newsroom();
    const before = desk.site.dump();
    for (const key of ['2025/01/gone/index.html', 'tag/gone/index.html', 'tag/sea/feed.xml']) {
      stray(desk.site, key);
    }
    await rebuild(desk, silent, pace);
    expect(desk.site.dump()).toEqual(before);
  });

  test('takes away assets of an earlier theme, when no page is left that may name them', async () => {
    const desk = await newsroom();
    const before = desk.site.dump();
    const old = 'assets/old.0123456789.css';
    lose(desk);
    stray(desk.site, old);
    const pages: (string | undefined)[] = [];
    desk.loses = (message) => {
      const isOld = asksFor(message, old);
      if (isOld) pages.push(desk.site.dump()['2026/11/wall/index.html']);
      return false;
    };
    await rebuild(desk, silent, pace);
    expect(desk.site.dump()).toEqual(before);
    expect(pages).toEqual([before['2026/11/wall/index.html']]);
  });

  test('keeps the copies of images', async () => {
    const desk = await newsroom();
    await rebuild(desk, silent, pace);
    expect(Object.keys(desk.site.dump('images/'))).toHaveLength(1);
  });

  test('takes away copies of an image whose deletion nobody noticed', async () => {
    const desk = await newsroom();
    desk.content.delete('images/wall.png');
    await rebuild(desk, silent, pace);
    expect(Object.keys(desk.site.dump('images/'))).toEqual([]);
    expect(desk.site.dump()['2026/11/wall/index.html']).not.toContain('<img');
  });

  test('takes down articles and pages whose deletion nobody noticed', async () => {
    const desk = await newsroom();
    desk.content.delete(wall);
    desk.content.delete('pages/about.md');
    await rebuild(desk, silent, pace);
    const left = Object.keys(desk.site.dump()).join('\n');
    expect(left).not.toMatch(/wall\/index|about\/index|section\/news\/2026/);
    expect(left).toContain('2026/10/tides/index.html');
  });

  test('clears the report on a file whose deletion nobody noticed', async () => {
    const desk = await newsroom();
    desk.content.delete('articles/2026/10/broken.md');
    await rebuild(desk, silent, pace);
    expect(desk.content.dump('reports/articles/')).toEqual({});
  });

  test('takes in what was uploaded while nobody noticed', async () => {
    const desk = await newsroom();
    desk.content.upload('articles/2026/11/new.md', {
      body: article(),
      contentType: 'text/markdown',
    });
    await rebuild(desk, silent, pace);
    expect(desk.site.dump()).toHaveProperty(['2026/11/new/index.html']);
  });

  test('works in a newsroom that has nothing yet', async () => {
    const desk = new MemoryDesk();
    expect(await rebuild(desk, silent, pace)).toMatchObject({ files: 0 });
    expect(desk.site.dump()).toHaveProperty(['index.html']);
  });

  test('has as little to say as an upload about a file that no step is told of', async () => {
    const desk = await newsroom();
    stray(desk.content, 'site.yaml.bak');
    stray(desk.content, 'drafts/note.md');
    const { files: looked } = await rebuild(desk, silent, pace);
    expect(looked).toBe(Object.keys(files).length + 1);
    expect(Object.keys(desk.content.dump('reports/'))).toEqual([
      'reports/articles/2026/10/broken.md.json',
      'reports/articles/2026/10/broken.md.txt',
      'reports/site.yaml.bak.json',
      'reports/site.yaml.bak.txt',
    ]);
  });

  test('leaves a file of somebody else alone', async () => {
    const desk = await newsroom();
    stray(desk.site, '.well-known/security.txt');
    await rebuild(desk, silent, pace);
    expect(desk.site.dump()).toHaveProperty(['.well-known/security.txt']);
  });

  test('names a file that did not arrive', async () => {
    const desk = await newsroom();
    lose(desk);
    desk.loses = (message) =>
      'ingest' in message && 'key' in message.ingest && message.ingest.key === wall;
    await expect(rebuild(desk, silent, impatient)).rejects.toMatchObject({
      message: '1 of 4 files did not arrive.',
      where: `  ${wall}`,
      exitCode: 2,
    });
  });

  test('names an image that did not arrive', async () => {
    const desk = await newsroom();
    lose(desk);
    desk.loses = (message) => 'images' in message;
    await expect(rebuild(desk, silent, impatient)).rejects.toThrow('1 of 1 images did not arrive.');
  });

  test('names a page that did not arrive', async () => {
    const desk = await newsroom();
    lose(desk);
    desk.loses = (message) => asksFor(message, '2026/11/wall/');
    await expect(rebuild(desk, silent, impatient)).rejects.toMatchObject({
      where: '  2026/11/wall/',
    });
  });

  test('gives up when nothing moves', async () => {
    const desk = await newsroom();
    desk.asleep = true;
    await expect(rebuild(desk, silent, impatient)).rejects.toMatchObject({
      message: 'Nothing moves any more; 1 messages still wait.',
      exitCode: 2,
    });
  });
});
