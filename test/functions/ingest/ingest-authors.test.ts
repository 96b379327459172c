import { beforeEach, describe, expect, it } from 'vitest';
import { png } from '../images/pictures.ts';
import { article } from './check.ts';
import { IngestDesk, siteYaml } from './ingest-desk.ts';

const id = '2026/11/wall';
const wall = `articles/${id}.md`;
const authors = `- name: Ines Falk
  slug: ines
  bio: Writes about buses.
  picture: {src: images/ines.png}
- name: Jo Ferry
`;

describe('an upload of authors.yaml', () => {
  let desk: IngestDesk;
  const profiles = async () => (await desk.catalog.settings()).settings.profiles;
  const byline = async () => (await desk.article(id))?.card?.authors;

  beforeEach(async () => {
    desk = new IngestDesk();
    await desk.put('site.yaml', siteYaml);
  });

  it('puts its authors into the settings, and leaves the rest of them as they were', async () => {
    const { settings } = await desk.catalog.settings();
    await desk.put('authors.yaml', authors);
    expect((await desk.catalog.settings()).settings).toEqual({
      ...settings,
      profiles: [
        { slug: 'ines', name: 'Ines Falk', bio: 'Writes about buses.', links: [] },
        { slug: 'jo-ferry', name: 'Jo Ferry', links: [] },
      ],
    });
  });

  it.each(['Ines Falk', 'ines falk', 'ines'])('says whom the byline “%s” means', async (typed) => {
    await desk.put(wall, article(`author: ${typed}\n`));
    await desk.put('authors.yaml', authors);
    expect(await byline()).toEqual([{ slug: 'ines', name: 'Ines Falk' }]);
    expect(await desk.catalog.latest('author/ines', 1)).toHaveLength(1);
  });

  it('leaves a byline as it was typed that means nobody in it', async () => {
    await desk.put('authors.yaml', authors);
    await desk.put(wall, article('authors: [jo ferry, A. Guest]\n'));
    expect(await byline()).toEqual([
      { slug: 'jo-ferry', name: 'Jo Ferry' },
      { slug: 'a-guest', name: 'A. Guest' },
    ]);
  });

  it('takes two spellings of one author for one', async () => {
    await desk.put('authors.yaml', authors);
    await desk.put(wall, article('authors: [ines, Ines Falk]\n'));
    expect(await byline()).toHaveLength(1);
    expect(await desk.report(wall)).toMatchObject({ problems: [{ code: 'repeated-entry' }] });
  });

  it('that is refused changes nothing but its report', async () => {
    await desk.put('authors.yaml', authors);
    await desk.put('images/ines.png', png(40, 30));
    const before = [await desk.catalog.settings(), desk.saved.length];
    for (const bad of ['- name: 7\n', 'name: x\n', '- [', '\u0000', '# much\n'.repeat(15_000)]) {
      await desk.put('authors.yaml', bad);
      expect(await desk.report('authors.yaml')).toMatchObject({
        outcome: 'kept',
        problems: [{ severity: 'error' }],
      });
      expect([await desk.catalog.settings(), desk.saved.length]).toEqual(before);
    }
    await desk.put('authors.yaml', authors);
    expect(await desk.report('authors.yaml')).toBeUndefined();
  });

  it('is undone by its deletion', async () => {
    await desk.put(wall, article('author: ines\n'));
    await desk.put('authors.yaml', authors);
    await desk.remove('authors.yaml');
    expect(await profiles()).toEqual([]);
    expect(await byline()).toEqual([{ slug: 'ines', name: 'ines' }]);
  });

  it('is found again by a catalog that was lost, with site.yaml', async () => {
    await desk.put('authors.yaml', authors);
    const { settings } = await desk.catalog.settings();
    const lost = new IngestDesk();
    lost.content.upload('site.yaml', { body: siteYaml, contentType: 'application/yaml' });
    lost.content.upload('authors.yaml', { body: authors, contentType: 'application/yaml' });
    await lost.look({ key: 'site.yaml' });
    expect((await lost.catalog.settings()).settings).toEqual(settings);
  });
});

describe('a picture that settings show', () => {
  const withLogo = `${siteYaml}logo: {src: images/logo.png, alt: The gull.}\n`;
  let desk: IngestDesk;
  const settings = async () => (await desk.catalog.settings()).settings;

  beforeEach(async () => {
    desk = new IngestDesk();
    await desk.put('site.yaml', withLogo);
    await desk.put('authors.yaml', authors);
  });

  it('is missing with a warning at its place', async () => {
    expect((await settings()).logo).toBeUndefined();
    expect(await desk.report('site.yaml')).toMatchObject({
      outcome: 'published',
      problems: [{ code: 'missing-image', line: 6, column: 13 }],
    });
    expect(await desk.report('authors.yaml')).toMatchObject({
      outcome: 'published',
      problems: [{ code: 'missing-image', line: 4, column: 18 }],
    });
  });

  it('shows when it comes, changes with it and goes with it', async () => {
    await desk.put('images/logo.png', png(40, 30));
    await desk.put('images/ines.png', png(30, 40));
    const { logo, profiles } = await settings();
    expect(logo).toMatchObject({ width: 40, height: 30, alt: 'The gull.' });
    expect(profiles[0]?.picture).toMatchObject({ width: 30, height: 40, alt: 'Ines Falk' });
    expect(await desk.report('site.yaml')).toBeUndefined();
    expect(await desk.report('authors.yaml')).toBeUndefined();
    await desk.put('images/logo.png', png(20, 10));
    expect((await settings()).logo).toMatchObject({ width: 20, height: 10 });
    await desk.remove('images/logo.png');
    expect((await settings()).logo).toBeUndefined();
    expect(await desk.report('site.yaml')).toMatchObject({ outcome: 'published' });
  });

  it('is noted before it is read, and only once', async () => {
    const asked: string[] = [];
    const { noteUse, image } = desk.catalog;
    desk.catalog.noteUse = async (key, user) => {
      asked.push(`note ${key} for ${user}`);
      return noteUse.call(desk.catalog, key, user);
    };
    desk.catalog.image = async (key) => {
      asked.push(`read ${key}`);
      return image.call(desk.catalog, key);
    };
    await desk.look({ key: 'site.yaml' });
    expect(asked).toEqual(['read images/ines.png', 'read images/logo.png']);
    asked.length = 0;
    await desk.put('site.yaml', withLogo.replace('logo.png', 'gull.png'));
    const about = asked.filter((one) => one.includes('gull'));
    expect(about.slice(0, 2)).toEqual([
      'note images/gull.png for site.yaml',
      'read images/gull.png',
    ]);
    expect(about.filter((one) => one.startsWith('note'))).toHaveLength(1);
  });

  it('has no file looked at again', async () => {
    await desk.put(wall, article(''));
    desk.saved.length = 0;
    await desk.put('images/logo.png', png(40, 30));
    expect(desk.saved).toEqual(['images/logo.png', 'settings']);
  });

  it('is not warned of when a later upload was refused', async () => {
    await desk.put('site.yaml', 'titel: x\n');
    const codes = (await desk.report('site.yaml'))?.problems.map(({ code }) => code);
    expect(codes).toEqual(['unknown-key', 'missing-key']);
  });
});
