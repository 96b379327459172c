import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../cli/commands/check.ts';
import { png } from '../functions/images/pictures.ts';
import { article, folderWith, now, settings } from './content-folder.ts';
import { listener } from './memory-desk.ts';

const hero = 'hero:\n  src: images/wall.png\n  alt: A wall\n';
const wall = 'articles/2026/11/wall.md';

async function checked(files: Record<string, string | Uint8Array>, paths = ['.'], json = false) {
  const folder = await folderWith(files);
  const heard = listener();
  const full = paths.map((path) => join(folder, path));
  const status = await check(full, { json, now }, heard);
  const printed = heard.printed.join('\n').replaceAll(folder, '');
  return { status, printed, words: heard.words };
}

describe('galley check', () => {
  test('has nothing to print about files that are fine', async () => {
    const files = { 'site.yaml': settings, [wall]: article('section: news\n') };
    expect(await checked(files)).toEqual({
      status: 0,
      printed: '',
      words: '2 files checked: no error, no warning.',
    });
  });

  test('names file, line, column, severity and code, then what is wrong and what to do', async () => {
    const files = { 'site.yaml': settings, [wall]: article('tilte: Wall\n') };
    const { status, printed } = await checked(files);
    expect(status).toBe(1);
    expect(printed.split('\n')).toEqual([
      `/${wall}:4:1 error unknown-key`,
      '  There is no setting called “tilte”.',
      '  Did you mean “title”?',
    ]);
  });

  test('lets warnings pass', async () => {
    const files = { 'site.yaml': settings, [wall]: article(hero) };
    const { status, words } = await checked(files);
    expect(status).toBe(0);
    expect(words).toBe('2 files checked: no error, 1 warning.');
  });

  test('shows where a text names an image that is not beside it', async () => {
    const files = {
      'site.yaml': settings,
      [wall]: article('', 'First.\n\n![A wall](/images/wall.png)'),
    };
    const { printed } = await checked(files);
    expect(printed).toContain(`/${wall}:7:12 warning missing-image\n  images/wall.png is not in`);
  });

  test('finds the image beside the text', async () => {
    const files = { 'site.yaml': settings, [wall]: article(hero), 'images/wall.png': png(40, 30) };
    expect((await checked(files, [wall])).printed).toBe('');
  });

  test('checks images too', async () => {
    const files = { 'site.yaml': settings, 'images/wall.jpg': png(40, 30) };
    const { status, printed } = await checked(files);
    expect(status).toBe(1);
    expect(printed).toContain('/images/wall.jpg:1:1 error wrong-type');
  });

  test('reports both of two files that claim one address', async () => {
    const files = {
      'site.yaml': settings,
      'articles/about.md': article(),
      'pages/about.md': article(),
    };
    const { status, printed } = await checked(files);
    expect(status).toBe(1);
    expect(printed.match(/error address-taken/g)).toHaveLength(2);
  });

  test('lets a draft share an address, because it claims none', async () => {
    const files = {
      'site.yaml': settings,
      'articles/about.md': article('status: draft\n'),
      'pages/about.md': article(),
    };
    expect((await checked(files)).status).toBe(0);
  });

  test('knows the sections of the content folder above a single file', async () => {
    const files = { 'site.yaml': settings, [wall]: article('section: sport\n') };
    const { status, printed } = await checked(files, [wall]);
    expect(status).toBe(1);
    expect(printed).toContain('unknown-section');
  });

  test('takes any section and any name outside of a content folder', async () => {
    const files = { 'My Draft.md': article('section: sport\n') };
    expect((await checked(files, ['My Draft.md'])).status).toBe(0);
  });

  test('passes over hidden files and what lies beside the content folders', async () => {
    const files = {
      'README.md': 'No front matter.',
      'content/site.yaml': settings,
      'content/articles/.wall.md': 'No front matter.',
      'content/articles/wall.md': article(),
      'content/articles/wall.md~': 'No front matter.',
    };
    expect((await checked(files)).words).toBe('2 files checked: no error, no warning.');
  });

  test('checks a file once that two paths stand for', async () => {
    const files = { 'site.yaml': settings, [wall]: article() };
    expect((await checked(files, ['.', wall])).words).toMatch(/^2 files checked/);
  });

  test('prints JSON with a count of errors and warnings', async () => {
    const files = { 'site.yaml': settings, [wall]: article('tilte: Wall\n') };
    const { status, printed, words } = await checked(files, [wall], true);
    expect(status).toBe(1);
    expect(words).toBe('');
    expect(JSON.parse(printed)).toEqual({
      files: [
        {
          path: `/${wall}`,
          key: wall,
          problems: [
            {
              code: 'unknown-key',
              severity: 'error',
              line: 4,
              column: 1,
              message: 'There is no setting called “tilte”.',
              advice: 'Did you mean “title”?',
            },
          ],
        },
      ],
      errors: 1,
      warnings: 0,
    });
  });

  test('says that a path is not there', async () => {
    await expect(checked({}, ['nowhere.md'])).rejects.toMatchObject({
      message: expect.stringMatching(/^There is no file or folder .*nowhere\.md\.$/),
      exitCode: 2,
    });
  });

  test('says that a folder holds nothing to look at', async () => {
    await expect(checked({ 'notes.txt': '' })).rejects.toMatchObject({
      message: expect.stringMatching(/^There is nothing to look at/),
      exitCode: 2,
    });
  });

  test('keeps control characters of a file away from the terminal', async () => {
    const files = { 'site.yaml': settings, [wall]: article('"tilte\\e[31m": Wall\n') };
    const { printed } = await checked(files);
    expect(printed).toContain('unknown-key');
    expect(printed).not.toContain('\u001b');
  });
});
