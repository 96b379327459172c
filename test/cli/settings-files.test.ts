import { describe, expect, test } from 'vitest';
import { check } from '../../cli/commands/check.ts';
import { png } from '../functions/images/pictures.ts';
import { article, folderWith, now, settings } from './content-folder.ts';
import { listener, MemoryDesk, siteUrl } from './memory-desk.ts';
import { keysIn, published, wall } from './publishing.ts';

const site = `${settings}logo: {src: images/logo.png}\n`;
const authors = '- {name: Ines Falk, slug: ines, picture: {src: images/ines.png}}\n';
const files = {
  'site.yaml': site,
  'authors.yaml': authors,
  'images/logo.png': png(40, 30),
  'images/ines.png': png(30, 40),
  [wall]: article('author: Ines Falk\n'),
};

async function checked(given: Record<string, string | Uint8Array>) {
  const folder = await folderWith(given);
  const heard = listener();
  const status = await check([folder], { json: false, now }, heard);
  return { status, printed: heard.printed.join('\n').replaceAll(folder, '') };
}

describe('galley check', () => {
  test('has nothing to say of settings and authors that are fine', async () => {
    expect(await checked(files)).toEqual({ status: 0, printed: '' });
  });

  test('finds mistakes in authors.yaml', async () => {
    const { status, printed } = await checked({ ...files, 'authors.yaml': '- {nam: Ines}\n' });
    expect(status).toBe(1);
    expect(printed).toContain('/authors.yaml:1:4 error unknown-key');
  });

  test('warns of pictures that are not in the folder, at their places', async () => {
    const { 'images/logo.png': _logo, 'images/ines.png': _ines, ...others } = files;
    const { status, printed } = await checked(others);
    expect(status).toBe(0);
    expect(printed).toContain('/site.yaml:5:13 warning missing-image');
    expect(printed).toContain('/authors.yaml:1:48 warning missing-image');
  });
});

describe('galley publish', () => {
  test('takes the pictures of the settings along, and warns of none', async () => {
    const paths = ['site.yaml', 'authors.yaml', wall];
    const { status, words, printed, desk } = await published({ files, paths });
    expect({ status, words }).toEqual({ status: 0, words: '' });
    expect(printed.filter((address) => address === `${siteUrl}/`)).toHaveLength(2);
    expect(keysIn(desk).toSorted()).toEqual(Object.keys(files).toSorted());
    const known = await desk.catalog.settings();
    expect(known.settings).toMatchObject({
      logo: { alt: 'The Harbour Post', width: 40 },
      profiles: [{ slug: 'ines', picture: { alt: 'Ines Falk', width: 30 } }],
    });
    expect(desk.site.dump()['author/ines/index.html']).toContain('Ines Falk');
  });

  test('waits until a changed logo is there', async () => {
    const desk = await new MemoryDesk().holds({
      'site.yaml': site,
      'images/logo.png': png(40, 30),
    });
    const changed = { ...files, 'site.yaml': site.replace('logo.png}', 'logo.png, alt: Us}') };
    const { status } = await published({ desk, files: changed, paths: ['site.yaml'] });
    expect(status).toBe(0);
    expect((await desk.catalog.settings()).settings.logo?.alt).toBe('Us');
  });

  test('checks an article with the authors that go along', async () => {
    const twice = article('authors: [ines, Ines Falk]\n');
    const paths = ['authors.yaml', 'site.yaml', wall];
    const { words } = await published({ files: { ...files, [wall]: twice }, paths });
    expect(words).toContain('repeated-entry');
  });

  test('uploads nothing when authors.yaml has a mistake', async () => {
    const bad = { ...files, 'authors.yaml': '- {nam: Ines}\n' };
    const { status, desk } = await published({ files: bad, paths: ['site.yaml', 'authors.yaml'] });
    expect(status).toBe(1);
    expect(keysIn(desk)).toEqual([]);
  });
});
