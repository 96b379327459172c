import { describe, expect, test } from 'vitest';
import type { MemoryObjects } from '../../../functions/shared/memory-objects.ts';
import type { Batch } from '../../../functions/shared/messages.ts';
import type { RebuildInput } from '../../../functions/shared/rebuild.ts';
import { article, settings } from '../../cli/content-folder.ts';
import { MemoryDesk } from '../../cli/memory-desk.ts';
import { first } from '../../cli/reply-ids.ts';
import { png } from '../images/pictures.ts';

const wall = 'articles/2026/11/wall.md';
const files = {
  'site.yaml': settings,
  'images/wall.png': await png(40, 30),
  [wall]: article('section: news\nhero:\n  src: images/wall.png\n  alt: A wall\n'),
  'articles/2026/10/tides.md': article('tags: [sea]\n'),
  'articles/2026/10/broken.md': 'No front matter.',
  'pages/about.md': article(),
};

async function newsroom(): Promise<MemoryDesk> {
  const desk = await new MemoryDesk().holds(files);
  await desk.receives({ id: first, state: 'approved' });
  return desk;
}

const nothing = { Images: [], Texts: [], Pages: [], Shares: [] };

/** Loses everything that is derived. */
function lose(desk: MemoryDesk): void {
  desk.forgetCatalog();
  for (const key of Object.keys(desk.site.dump())) desk.site.delete(key);
  for (const key of Object.keys(desk.content.dump('reports/'))) desk.content.delete(key);
}

function stray(objects: MemoryObjects, key: string): void {
  objects.upload(key, { body: 'x', contentType: 'text/plain' });
}

/** Rebuilds to the end, and until all that it set going has ended too. */
async function rebuild(desk: MemoryDesk, input: Partial<RebuildInput> = {}) {
  const execution = await desk.runs.start({ wait: 0, ...input });
  for (;;) {
    const run = await desk.runs.look(execution);
    await desk.quiet();
    if (run.status !== 'running') return run;
    await new Promise(setImmediate);
  }
}

function listed(desk: MemoryDesk, part: string): Batch[] {
  const [text = '[]'] = [...desk.runs.lists].flatMap(([key, text]) =>
    key.endsWith(`/${part}.json`) ? text : [],
  );
  return JSON.parse(text);
}

describe('a rebuild', () => {
  test('makes the same site again, byte for byte, when all that is derived is lost', async () => {
    const desk = await newsroom();
    const before = { site: desk.site.dump(), content: desk.content.dump() };
    lose(desk);
    expect(desk.site.dump()).toEqual({});
    const { rebuilt } = await rebuild(desk);
    expect(desk.site.dump()).toEqual(before.site);
    expect(desk.content.dump()).toEqual(before.content);
    expect(desk.site.dump()['2026/11/wall/index.html']).toContain('A fine wall.');
    expect(rebuilt).toMatchObject({ images: 1, texts: 4 });
  });

  test('renders each page once when all is lost, the lists too', async () => {
    const desk = await newsroom();
    lose(desk);
    desk.sent.length = 0;
    await rebuild(desk);
    expect(desk.sent.filter((message) => 'render' in message)).toEqual([]);
    const pages = listed(desk, 'Pages').flatMap(({ messages }) => messages);
    expect(new Set(pages.map((page) => JSON.stringify(page))).size).toBe(pages.length);
    expect(pages).toContainEqual({ page: 'section/news/' });
  });

  test('writes nothing when nothing is wrong', async () => {
    const desk = await newsroom();
    const before = desk.site.writes;
    desk.sent.length = 0;
    await rebuild(desk);
    expect(desk.site.writes).toBe(before);
    expect(desk.sent).toEqual([]);
  });

  test('lets nobody be kept waiting for a page while the catalog is there', async () => {
    const desk = await newsroom();
    await rebuild(desk);
    expect(listed(desk, 'Texts').every(({ quiet }) => quiet === undefined)).toBe(true);
    lose(desk);
    desk.runs.lists.clear();
    await rebuild(desk);
    expect(listed(desk, 'Texts').every(({ quiet }) => quiet)).toBe(true);
  });

  test('takes away pages, lists and feeds that should not be there', async () => {
    const desk = await newsroom();
    const before = desk.site.dump();
    for (const key of ['2025/01/gone/index.html', 'tag/gone/index.html', 'tag/gone/feed.xml']) {
      stray(desk.site, key);
    }
    await rebuild(desk);
    expect(desk.site.dump()).toEqual(before);
  });

  test('leaves the files of earlier themes to pages that are still open', async () => {
    const desk = await newsroom();
    stray(desk.site, 'assets/old.0123456789ab.css');
    await rebuild(desk);
    expect(desk.site.dump()).toHaveProperty(['assets/old.0123456789ab.css']);
  });

  test('keeps the copies of images', async () => {
    const desk = await newsroom();
    const before = Object.keys(desk.site.dump('images/'));
    await rebuild(desk);
    expect(before.length).toBeGreaterThan(0);
    expect(Object.keys(desk.site.dump('images/'))).toEqual(before);
  });

  test('takes away copies of an image whose deletion nobody noticed', async () => {
    const desk = await newsroom();
    desk.content.delete('images/wall.png');
    await rebuild(desk);
    expect(Object.keys(desk.site.dump('images/'))).toEqual([]);
    expect(desk.site.dump()['2026/11/wall/index.html']).not.toContain('<img');
  });

  test('takes down articles and pages whose deletion nobody noticed', async () => {
    const desk = await newsroom();
    desk.content.delete(wall);
    desk.content.delete('pages/about.md');
    await rebuild(desk);
    const left = Object.keys(desk.site.dump()).join('\n');
    expect(left).not.toMatch(/wall\/index|about\/index|section\/news\/2026/);
    expect(left).toContain('2026/10/tides/index.html');
  });

  test('clears the report on a file whose deletion nobody noticed', async () => {
    const desk = await newsroom();
    desk.content.delete('articles/2026/10/broken.md');
    await rebuild(desk);
    expect(desk.content.dump('reports/articles/')).toEqual({});
  });

  test('takes in what was uploaded while nobody noticed', async () => {
    const desk = await newsroom();
    const body = article();
    desk.content.upload('articles/2026/11/new.md', { body, contentType: 'text/markdown' });
    await rebuild(desk);
    expect(desk.site.dump()).toHaveProperty(['2026/11/new/index.html']);
  });

  test('works in a newsroom that has nothing yet', async () => {
    const desk = new MemoryDesk();
    expect((await rebuild(desk)).rebuilt).toMatchObject({ images: 0, texts: 0 });
    expect(desk.site.dump()).toHaveProperty(['index.html']);
  });

  test('has as little to say as an upload about a file that no step is told of', async () => {
    const desk = await newsroom();
    stray(desk.content, 'site.yaml.bak');
    stray(desk.content, 'drafts/note.md');
    await rebuild(desk);
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
    await rebuild(desk);
    expect(desk.site.dump()).toHaveProperty(['.well-known/security.txt']);
  });

  test('hands over twenty texts or pages at a time, and images one by one', async () => {
    const desk = await newsroom();
    for (let nth = 0; nth < 45; nth += 1) {
      const body = article('', `Number ${nth}.`);
      desk.content.upload(`articles/a-${nth}.md`, { body, contentType: 'text/markdown' });
    }
    stray(desk.content, 'images/other.png');
    await rebuild(desk);
    expect(listed(desk, 'Texts').map(({ messages }) => messages.length)).toEqual([20, 20, 9]);
    expect(listed(desk, 'Images').map(({ messages }) => messages.length)).toEqual([1, 1]);
  });

  test('never hands a map an empty list', async () => {
    const desk = new MemoryDesk();
    await rebuild(desk);
    expect(listed(desk, 'Images')).toEqual([{ messages: [] }]);
  });
});

describe('a rebuild in which something fails', () => {
  const failsAt = (word: string) => (message: object) =>
    JSON.stringify(message).includes(word) ? 'It is poison.' : undefined;

  test('leaves the old page and does all else', async () => {
    const desk = await newsroom();
    const before = desk.site.dump();
    stray(desk.site, '2026/10/tides/index.html');
    stray(desk.site, '2026/11/wall/index.html');
    desk.runs.fails = failsAt('2026/11/wall/');
    const run = await rebuild(desk);
    expect(run).toMatchObject({
      status: 'failed',
      why: expect.stringContaining('1 batches failed'),
    });
    expect(desk.site.dump()['2026/11/wall/index.html']).toBe('x');
    expect(desk.site.dump()['2026/10/tides/index.html']).toBe(before['2026/10/tides/index.html']);
  });

  test('takes down nothing when a text could not be looked at, because it may be live', async () => {
    const desk = await newsroom();
    const before = desk.site.dump();
    desk.forgetCatalog();
    desk.runs.fails = failsAt(wall);
    await rebuild(desk);
    expect(desk.site.dump()['2026/11/wall/index.html']).toBe(before['2026/11/wall/index.html']);
  });

  test('has all pages rendered again with that text when it can be looked at', async () => {
    const desk = await newsroom();
    const before = desk.site.dump();
    desk.forgetCatalog();
    desk.runs.fails = failsAt(wall);
    await rebuild(desk);
    expect(desk.site.dump()['index.html']).not.toBe(before['index.html']);
    desk.runs.fails = () => undefined;
    await rebuild(desk, { again: { ...nothing, Texts: [{ key: wall }] } });
    expect(desk.site.dump()).toEqual(before);
  });

  test('has only those pages rendered again that failed when no text did', async () => {
    const desk = await newsroom();
    desk.runs.lists.clear();
    const run = await rebuild(desk, { again: { ...nothing, Pages: [{ page: '' }] } });
    expect(run.rebuilt).toEqual({ images: 0, texts: 0, pages: 1 });
    expect(listed(desk, 'Pages')).toEqual([{ messages: [{ page: '' }] }]);
  });
});
