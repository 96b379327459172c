import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { begin } from '../../cli/commands/new.ts';
import { checkPaths } from '../../cli/newsroom/check-paths.ts';
import { folderWith, now, settings } from './content-folder.ts';
import { listener } from './memory-desk.ts';

type Options = Partial<Parameters<typeof begin>[1]>;

async function begun(title: string, options: Options = {}, files = {}) {
  const content = await folderWith({ 'site.yaml': settings, ...files });
  const heard = listener();
  const all = { page: false, draft: false, json: false, content, ...options };
  await begin(title, all, heard, now);
  const path = heard.printed[0] ?? '';
  return { key: relative(content, path), path, text: await readFile(path, 'utf8'), ...heard };
}

describe('galley new', () => {
  test('puts an article where its title and the month say', async () => {
    expect((await begun('The harbour wall holds')).key).toBe(
      'articles/2026/11/the-harbour-wall-holds.md',
    );
  });

  test('fills in what an article needs, in the time of the site', async () => {
    const { text } = await begun('The "wall"', { section: 'news', author: 'Jo', draft: true });
    expect(text).toBe(
      '---\ntitle: "The \\"wall\\""\ndescription: \nauthor: "Jo"\ndate: 2026-11-24 12:00\nsection: news\ntags: []\nstatus: draft\n---\n\n',
    );
  });

  test('makes a file that passes every check as soon as it has a text', async () => {
    const { path, text } = await begun('A: # "strange" {title}');
    await writeFile(path, `${text}It held.\n`);
    expect((await checkPaths([path], now)).flatMap(({ problems }) => problems)).toEqual([]);
  });

  test('writes a section so that it stays a text', async () => {
    const sections = settings.replaceAll('slug: news', 'slug: "2026"');
    for (const section of ['2026', undefined]) {
      const { path, text } = await begun('Wall', section ? { section } : {}, {
        'site.yaml': sections,
      });
      await writeFile(path, `${text}It held.\n`);
      expect((await checkPaths([path], now)).flatMap(({ problems }) => problems)).toEqual([]);
    }
  });

  test.each<[string, string, Options]>([
    ['a name that Galley keeps for itself', 'Search', { page: true }],
    ['a headline that is too long', 'a'.repeat(201), {}],
    ['a headline of blanks', ' ', { slug: 'wall' }],
    ['a byline of signs', 'Wall', { author: '!!!' }],
    ['a name that is too long for a file', 'щ'.repeat(200), {}],
  ])('refuses %s before anything is written', async (_what, title, options) => {
    await expect(begun(title, options)).rejects.toMatchObject({ exitCode: 1 });
  });

  test('makes a standing page without date and section', async () => {
    const { key, text } = await begun('About us', { page: true });
    expect(key).toBe('pages/about-us.md');
    expect(text).not.toMatch(/date|section/);
  });

  test('never touches a file that is there', async () => {
    const files = { 'articles/2026/11/wall.md': 'Mine.' };
    await expect(begun('Wall', {}, files)).rejects.toThrow('is there already');
  });

  test('knows the sections', async () => {
    await expect(begun('Wall', { section: 'new' })).rejects.toMatchObject({
      advice: 'Did you mean news?',
    });
  });

  test('says what to do outside of a content folder', async () => {
    await expect(begun('Wall', { content: '/' })).rejects.toMatchObject({
      message: '/ is no content folder: there is no site.yaml in it or above.',
    });
  });

  test('writes for scripts where the file went', async () => {
    const content = await folderWith({ 'site.yaml': settings });
    const heard = listener();
    await begin('Wall', { page: false, draft: false, json: true, content }, heard, now);
    expect(JSON.parse(heard.printed[0] ?? '')).toMatchObject({ key: 'articles/2026/11/wall.md' });
    expect(join(content, 'articles/2026/11/wall.md')).toContain('wall');
  });
});
