import { describe, expect, test } from 'vitest';
import { png } from '../functions/images/pictures.ts';
import { article, settings } from './content-folder.ts';
import { MemoryDesk, siteUrl } from './memory-desk.ts';
import { keysIn, published, wall } from './publishing.ts';

const hero = 'hero:\n  src: images/wall.png\n  alt: A wall\n';

describe('galley publish', () => {
  test('prints the address of the page when it is live', async () => {
    const { status, printed, words, desk } = await published({
      files: { 'site.yaml': settings, [wall]: article() },
    });
    expect({ status, printed, words }).toEqual({
      status: 0,
      printed: [`${siteUrl}/2026/11/wall/`],
      words: '',
    });
    expect(desk.site.dump()['2026/11/wall/index.html']).toContain('It held.');
  });

  test('uploads nothing when a check finds an error', async () => {
    const files = {
      'site.yaml': settings,
      [wall]: article('tilte: x\n'),
      'articles/ok.md': article(),
    };
    const { status, printed, words, desk } = await published({
      files,
      paths: ['articles/ok.md', wall],
    });
    expect(status).toBe(1);
    expect(printed).toEqual([]);
    expect(words).toMatch(/wall\.md:4:1 error unknown-key\n.*\n.*\nNothing was uploaded\./);
    expect(keysIn(desk)).toEqual([]);
  });

  test('prints the report of the newsroom when that refuses the file', async () => {
    const desk = await new MemoryDesk().holds({ 'pages/about.md': article() });
    const { status, printed, words } = await published({
      desk,
      files: { 'site.yaml': settings, 'articles/about.md': article() },
      paths: ['articles/about.md'],
    });
    expect(status).toBe(1);
    expect(printed).toEqual([]);
    expect(words).toContain('articles/about.md:1:1 error address-taken');
  });

  test('goes by the sections of the newsroom, not by those of the folder', async () => {
    const desk = await new MemoryDesk().holds({ 'site.yaml': settings });
    const files = { 'site.yaml': 'title: Other\n', [wall]: article('section: news\n') };
    expect((await published({ desk, files })).status).toBe(0);
  });

  test('publishes new settings before the article that needs them', async () => {
    const files = { 'site.yaml': settings, [wall]: article('section: news\n') };
    const { status, printed } = await published({ files, paths: [wall, 'site.yaml'] });
    expect(status).toBe(0);
    expect(printed).toEqual([`${siteUrl}/`, `${siteUrl}/2026/11/wall/`]);
  });

  test('lets an article stay in a section that these very settings drop', async () => {
    const desk = await new MemoryDesk().holds({ 'site.yaml': settings });
    const files = { 'site.yaml': 'title: Other\n', [wall]: article('section: news\n') };
    const { status, words } = await published({ desk, files, paths: ['.'] });
    expect(status).toBe(0);
    expect(words).toContain('warning retired-section');
  });

  test('takes an image along that lies in the folder and is not stored yet', async () => {
    const files = { 'site.yaml': settings, [wall]: article(hero), 'images/wall.png': png(40, 30) };
    const { status, printed, words, desk } = await published({ files });
    expect(status).toBe(0);
    expect(words).toBe('');
    expect(printed[0]).toMatch(
      /^https:\/\/post\.example\/images\/wall\.png\.[0-9a-f]{16}-40\.jpg$/,
    );
    expect(desk.site.dump()['2026/11/wall/index.html']).toContain('/images/wall.');
  });

  test('leaves an image alone that is stored like that', async () => {
    const image = { 'images/wall.png': png(40, 30) };
    const desk = await new MemoryDesk().holds(image);
    const files = { 'site.yaml': settings, [wall]: article(hero), ...image };
    const { words } = await published({ desk, files });
    expect(await desk.content.versions('images/wall.png')).toHaveLength(1);
    expect(words).toBe('');
  });

  test('takes an image along that was edited, and says so', async () => {
    const desk = await new MemoryDesk().holds({ 'images/wall.png': png(80, 60) });
    const files = { 'site.yaml': settings, [wall]: article(hero), 'images/wall.png': png(40, 30) };
    const { status, printed, words } = await published({ desk, files });
    expect(status).toBe(0);
    expect(printed[0]).toMatch(/\/images\/wall\.png\.[0-9a-f]{16}-40\.jpg$/);
    expect(words).toBe("images/wall.png is not the newsroom's version: this one takes its place.");
    const stored = await desk.content.get('images/wall.png');
    expect(stored?.body).toEqual(png(40, 30));
  });

  test('refuses the article with an image that nobody could show', async () => {
    const files = { 'site.yaml': settings, [wall]: article(hero), 'images/wall.png': 'no image' };
    const { status, words, desk } = await published({ files });
    expect(status).toBe(1);
    expect(words).toContain('images/wall.png:1:1 error not-an-image');
    expect(keysIn(desk)).toEqual([]);
  });

  test('shows the warnings of a page that is live', async () => {
    const { status, printed, words } = await published({
      files: { 'site.yaml': settings, [wall]: article(hero) },
    });
    expect(status).toBe(0);
    expect(printed).toHaveLength(1);
    expect(words).toContain('warning missing-image');
  });

  test('does not show the warnings of the version before', async () => {
    const desk = await new MemoryDesk().holds({ [wall]: article(hero) });
    const { words } = await published({
      desk,
      files: { 'site.yaml': settings, [wall]: article() },
    });
    expect(words).toBe('');
  });

  test('says of a draft that nothing of it is live, and prints the address of its preview', async () => {
    const { status, printed, words } = await published({
      files: { 'site.yaml': settings, [wall]: article('status: draft\n') },
    });
    expect(status).toBe(0);
    expect(printed).toEqual([expect.stringContaining(`${siteUrl}/preview/2026/11/wall/`)]);
    expect(words).toContain('A draft: nothing of it is live.');
  });

  test('puts a file from anywhere where --as says', async () => {
    const { printed } = await published({
      files: { 'notes.md': article() },
      paths: ['notes.md'],
      as: 'articles/2026/11/notes.md',
    });
    expect(printed).toEqual([`${siteUrl}/2026/11/notes/`]);
  });

  test('checks the name that --as gives', async () => {
    const { status, words } = await published({
      files: { 'notes.md': article() },
      paths: ['notes.md'],
      as: 'articles/Notes.md',
    });
    expect(status).toBe(1);
    expect(words).toContain('error bad-name');
  });

  test('asks for --as when the address is not known', async () => {
    const given = { files: { 'notes.md': article() }, paths: ['notes.md'] };
    await expect(published(given)).rejects.toMatchObject({
      message: expect.stringContaining('lies in no content folder'),
      advice: expect.stringContaining('--as articles/'),
      exitCode: 2,
    });
  });

  test('refuses one --as for two files', async () => {
    const files = { 'a.md': article(), 'b.md': article() };
    const given = { files, paths: ['a.md', 'b.md'], as: 'articles/a.md' };
    await expect(published(given)).rejects.toThrow('--as names one file, and these are 2.');
  });

  test('refuses what Galley writes itself', async () => {
    const given = { files: { 'a.md': article() }, paths: ['a.md'], as: 'reports/a.md' };
    await expect(published(given)).rejects.toMatchObject({ exitCode: 1 });
  });

  test('says that a page is late', async () => {
    const desk = new MemoryDesk();
    desk.asleep = true;
    const files = { 'site.yaml': settings, [wall]: article() };
    await expect(published({ desk, files, deadline: 50 })).rejects.toMatchObject({
      message: `${wall} is stored, but was not live within 0.05 s.`,
      exitCode: 2,
    });
  });

  test('says that somebody else was quicker', async () => {
    const desk = new MemoryDesk();
    desk.loses = () => {
      desk.content.upload(wall, { body: article(), contentType: 'text/plain' });
      return true;
    };
    const files = { 'site.yaml': settings, [wall]: article() };
    await expect(published({ desk, files, deadline: 50 })).rejects.toThrow(
      `Somebody changed ${wall}`,
    );
  });
});
