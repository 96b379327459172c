import { describe, expect, test } from 'vitest';
import { takeDown } from '../../cli/commands/unpublish.ts';
import { silent } from '../../cli/progress.ts';
import { article, folderWith, settings } from './content-folder.ts';
import { listener, MemoryDesk, siteUrl } from './memory-desk.ts';

const wall = 'articles/2026/11/wall.md';

async function newsroom() {
  return new MemoryDesk().holds({
    'site.yaml': settings,
    [wall]: article(),
    'pages/about.md': article(),
  });
}

async function takenDown(desk: MemoryDesk, names: string[], deadline = 5_000) {
  const heard = listener();
  await takeDown(desk, names, { json: false, deadline }, heard, silent);
  return heard;
}

describe('galley unpublish', () => {
  test.each([wall, `content/${wall}`, '/2026/11/wall/', `${siteUrl}/2026/11/wall/`])(
    'takes the page down that is called %s',
    async (name) => {
      const desk = await newsroom();
      expect((await takenDown(desk, [name])).printed).toEqual([`${siteUrl}/2026/11/wall/`]);
      expect(desk.site.dump()).not.toHaveProperty('2026/11/wall/index.html');
      expect(desk.site.dump()['index.html']).not.toContain('/2026/11/wall/');
    },
  );

  test('keeps what was there in the bucket', async () => {
    const desk = await newsroom();
    await takenDown(desk, [wall]);
    const [marker, version] = await desk.content.versions(wall);
    expect(marker?.deleteMarker).toBe(true);
    expect(version?.deleteMarker).toBe(false);
  });

  test('deletes nothing when one of the names is wrong', async () => {
    const desk = await newsroom();
    await expect(takenDown(desk, [wall, 'articles/wal.md'])).rejects.toThrow(
      'nothing called articles/wal.md',
    );
    expect(await desk.content.head(wall)).toBeDefined();
  });

  test.each(['https://test.example/2026/11/wall/', `reports/${wall}.json`, '', '/', '.'])(
    'finds nothing called “%s”',
    async (name) => {
      const desk = await newsroom();
      await desk.holds({ [wall]: article('', '') });
      await expect(takenDown(desk, [name])).rejects.toThrow('has nothing called');
    },
  );

  test('means the file that is named, and no other whose key ends like it', async () => {
    const desk = await newsroom();
    await expect(takenDown(desk, ['content/articles/pages/about.md'])).rejects.toThrow(
      'has nothing called',
    );
  });

  test('knows the key of a file of a content folder, wherever that lies', async () => {
    const desk = await newsroom();
    const folder = await folderWith({ 'pages/site.yaml': settings, [`pages/${wall}`]: article() });
    const { printed } = await takenDown(desk, [`${folder}/pages/${wall}`]);
    expect(printed).toEqual([`${siteUrl}/2026/11/wall/`]);
  });

  test('leaves site.yaml where it is', async () => {
    await expect(takenDown(await newsroom(), ['site.yaml'])).rejects.toThrow('not taken down');
  });

  test('waits until no page shows the authors any more', async () => {
    const desk = await new MemoryDesk().holds({
      'site.yaml': settings,
      'authors.yaml': '- {name: Ines Falk, slug: ines, bio: Rides buses.}\n',
      [wall]: article('author: Ines Falk\n'),
    });
    expect(desk.site.dump()['author/ines/index.html']).toContain('Rides buses.');
    desk.asleep = true;
    await expect(takenDown(desk, ['authors.yaml'], 300)).rejects.toThrow('still there');
    desk.asleep = false;
    await desk.holds({ 'authors.yaml': '- {name: Ines Falk, slug: ines}\n' });
    await takenDown(desk, ['authors.yaml']);
    expect(desk.site.dump()).not.toHaveProperty('author/ines/index.html');
  });

  test('says that a page is late', async () => {
    const desk = await newsroom();
    desk.loses = (message) => 'ingest' in message;
    await expect(takenDown(desk, [wall], 300)).rejects.toThrow('still there after 0.3 s');
  });
});
