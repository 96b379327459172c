import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildPlaces } from '../../cli/build/places.ts';
import { goodSource, usualSettings } from '../newsroom/sources.ts';
import { Workshop } from './building.ts';
import { folderWith, settings } from './content-folder.ts';

const wall = 'articles/2026/11/wall.md';
const ferry = 'articles/2026/10/ferry.md';
const files = {
  'site.yaml': usualSettings,
  [wall]: goodSource('The wall holds', '2026-11-03 09:30'),
  [ferry]: goodSource('The ferry returns', '2026-10-03 09:30'),
};

describe('the folder of a site', () => {
  it('gets only what differs', async () => {
    const workshop = await Workshop.with(files);
    const first = await workshop.build();
    expect(first.written).toBe(first.pages);
    expect(await workshop.build()).toMatchObject({ written: 0, removed: 0, pages: first.pages });
    workshop.write(ferry, files[ferry].replace('It held.', 'It *held*.'));
    const before = statSync(join(workshop.out, '2026/11/wall/index.html'));
    const built = await workshop.build();
    // Its page, and the feeds that have its text.
    expect(built.written).toBe(1 + 3 * 3);
    expect(statSync(join(workshop.out, '2026/11/wall/index.html'))).toEqual(before);
  });

  it('loses what a deleted article had, with the folders that are empty then', async () => {
    const workshop = await Workshop.with(files);
    await workshop.build();
    workshop.remove(ferry);
    expect((await workshop.build()).removed).toBeGreaterThan(3);
    expect(existsSync(join(workshop.out, '2026/10'))).toBe(false);
    expect(existsSync(join(workshop.out, '2026/11/wall/index.html'))).toBe(true);
  });

  it('keeps what no build made, whatever happens to the site around it', async () => {
    const workshop = await Workshop.with(files);
    await workshop.build();
    writeFileSync(join(workshop.out, '2026/10/ferry/notes.txt'), 'mine');
    writeFileSync(join(workshop.out, 'CNAME'), 'news.example');
    workshop.remove(ferry);
    await workshop.build();
    workshop.write('site.yaml', usualSettings.replace('Post', 'Mail'));
    await workshop.build();
    expect(readFileSync(join(workshop.out, '2026/10/ferry/notes.txt'), 'utf8')).toBe('mine');
    expect(readFileSync(join(workshop.out, 'CNAME'), 'utf8')).toBe('news.example');
    expect(existsSync(join(workshop.out, '2026/10/ferry/index.html'))).toBe(false);
  });

  it('is not touched when it holds files that no build made', async () => {
    const workshop = await Workshop.with(files);
    mkdirSync(workshop.out);
    writeFileSync(join(workshop.out, 'thesis.txt'), 'years of work');
    await expect(workshop.build()).rejects.toThrow(/holds files that no build made/);
    expect(readdirSync(workshop.out)).toEqual(['thesis.txt']);
  });

  it('appears when all of it is there, and not at all when the build fails', async () => {
    const workshop = await Workshop.with(files);
    const appeared: boolean[] = [];
    await workshop.build({ note: () => appeared.push(existsSync(workshop.out)) });
    expect(appeared).not.toContain(true);
    rmSync(workshop.out, { recursive: true });
    const fail = () => {
      throw new Error('full disk');
    };
    await expect(workshop.build({ note: fail })).rejects.toThrow('full disk');
    expect(readdirSync(dirname(workshop.out)).sort()).toEqual(['content', 'site-cache']);
  });

  it('is brought in line by the next build when one was interrupted', async () => {
    const workshop = await Workshop.with(files);
    await workshop.build();
    workshop.write('site.yaml', usualSettings.replace('Post', 'Mail'));
    workshop.write('articles/new.md', goodSource('New', '2026-11-04'));
    const fail = () => {
      throw new Error('no more power');
    };
    await expect(workshop.build({ note: fail })).rejects.toThrow('no more power');
    workshop.remove('articles/new.md');
    await workshop.build();
    expect(workshop.files()).toEqual(await workshop.anew());
  });

  it('is built anew when what is known of the last build is gone or damaged', async () => {
    const workshop = await Workshop.with(files);
    await workshop.build();
    const expected = workshop.files();
    writeFileSync(join(`${workshop.out}-cache`, 'state'), '{"build":');
    expect(await workshop.build()).toMatchObject({ written: 0 });
    rmSync(`${workshop.out}-cache`, { recursive: true });
    await workshop.build();
    rmSync(workshop.out, { recursive: true });
    await workshop.build();
    expect(workshop.files()).toEqual(expected);
  });

  it('cannot lie in the content folder, nor the content folder in it', async () => {
    const folder = await folderWith({ 'content/site.yaml': settings });
    const content = join(folder, 'content');
    for (const out of [content, join(content, 'site'), folder]) {
      expect(() => buildPlaces(out, content)).toThrow(/lie in each other/);
    }
    expect(buildPlaces(join(folder, 'content-site'), content)).toMatchObject({ content });
  });

  it('is not made of a folder without content', async () => {
    const folder = await folderWith({ 'notes.txt': '' });
    expect(() => buildPlaces(join(folder, 'site'), folder)).toThrow(/no content folder/);
  });
});
