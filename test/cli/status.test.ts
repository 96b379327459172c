import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { showStatus } from '../../cli/commands/status.ts';
import { article, folderWith, settings } from './content-folder.ts';
import { listener, MemoryDesk, siteUrl } from './memory-desk.ts';

const wall = 'articles/2026/11/wall.md';
const files = { 'site.yaml': settings, [wall]: article(), 'pages/about.md': article() };

async function shown(desk: MemoryDesk, paths: string[] = []) {
  const heard = listener();
  await showStatus(desk, paths, { json: true }, heard);
  return JSON.parse(heard.printed[0] ?? '');
}

describe('galley status', () => {
  test('tells what the newsroom has', async () => {
    const desk = await new MemoryDesk().holds({ ...files, 'articles/bad.md': 'No front matter.' });
    await desk.receives({ id: '01KAVS0000AAAAAAAAAAAAAAAA' });
    expect(await shown(desk)).toMatchObject({
      url: `${siteUrl}/`,
      articles: 1,
      pages: 1,
      newest: [{ url: `${siteUrl}/2026/11/wall/`, title: 'The wall' }],
      held: 1,
      waiting: 0,
      reports: ['articles/bad.md'],
    });
  });

  test('tells of a file here whether the newsroom has it like that, and that it is live', async () => {
    const desk = await new MemoryDesk().holds(files);
    const folder = await folderWith({
      ...files,
      [wall]: article('tags: [a]\n'),
      'pages/new.md': article(),
    });
    const found = await shown(desk, [folder]);
    const by = Object.fromEntries(found.map((each: { key: string }) => [each.key, each]));
    expect(by[wall]).toMatchObject({ local: 'differs', state: 'live', page: 'fresh' });
    expect(by['pages/about.md']).toMatchObject({ local: 'same', url: `${siteUrl}/about/` });
    expect(by['pages/new.md']).toMatchObject({ local: 'not uploaded', state: 'absent' });
    expect(by['site.yaml']).toEqual({ key: 'site.yaml', local: 'same' });
  });

  test('does not call an image stored that is only here', async () => {
    const folder = await folderWith({ 'site.yaml': settings, 'images/a.png': 'x' });
    const heard = listener();
    await showStatus(new MemoryDesk(), [join(folder, 'images')], { json: false }, heard);
    expect(heard.printed).toEqual(['images/a.png  (not uploaded)']);
  });

  test('says nothing of a file whose key nobody knows', async () => {
    const folder = await folderWith({ 'wall.md': article() });
    const path = join(folder, 'wall.md');
    await expect(shown(new MemoryDesk(), [path])).rejects.toThrow('lies in no content folder');
  });

  test('compares a file here that is called like its key', async () => {
    const desk = await new MemoryDesk().holds(files);
    const before = process.cwd();
    onTestFinished(() => process.chdir(before));
    process.chdir(await folderWith({ ...files, [wall]: article('', 'It fell.') }));
    expect(await shown(desk, [wall])).toMatchObject([{ key: wall, local: 'differs' }]);
  });

  test('shows the report on a refused upload by its key', async () => {
    const desk = await new MemoryDesk().holds({ [wall]: article('tilte: x\n') });
    const [found] = await shown(desk, [wall]);
    expect(found.report.problems).toMatchObject([{ code: 'unknown-key' }]);
  });

  test('says that a page is on its way', async () => {
    const desk = await new MemoryDesk().holds(files);
    desk.loses = (message) => 'render' in message;
    await desk.holds({ [wall]: article('', 'It fell.') });
    expect(await shown(desk, [wall])).toMatchObject([{ state: 'live', page: 'on its way' }]);
  });

  test('says what is nowhere', async () => {
    const folder = join(await folderWith({}), 'nothing.md');
    await expect(shown(new MemoryDesk(), [folder])).rejects.toThrow('There is no file or folder');
  });
});
