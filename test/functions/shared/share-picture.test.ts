import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { drawable, sharedArticle, sharePicture } from '../../../functions/shared/share-picture.ts';
import { imageInfo } from './image-info.ts';

const card = { id: '2026/11/wall', title: 'The wall holds' };
const site = { title: 'The Harbour Post' };
const news = { slug: 'news', name: 'News' };
const wordsOf = (title: string, name = site.title) =>
  sharePicture({ ...card, title, section: news }, { title: name })?.words;

describe('the picture for other sites', () => {
  it('shows headline, section and the name of the newsroom', () => {
    expect(sharePicture({ ...card, section: news }, site)).toEqual({
      url: expect.stringMatching(/^\/images\/share\/2026\/11\/wall\.[0-9a-f]{16}\.png$/),
      width: 1200,
      height: 630,
      words: { title: 'The wall holds', section: 'News', site: 'The Harbour Post' },
    });
  });

  it('has another address when other words stand on it, and only then', () => {
    const url = (changes: Partial<typeof card & { section: typeof news }>, title = site.title) =>
      sharePicture({ ...card, ...changes }, { title })?.url;
    expect(url({})).toBe(url({}));
    const others = [url({ title: 'Other' }), url({ section: news }), url({}, 'Other')];
    expect(new Set([url({}), ...others]).size).toBe(4);
  });

  it('is not there where the article has an image of its own', () => {
    const hero = { ...imageInfo('/images/a.jpg'), alt: 'A wall' };
    expect(sharePicture({ ...card, hero }, site)).toBeUndefined();
  });

  it('leaves out what the font has not, such as pictographs', () => {
    expect(wordsOf('Ferry  returns 🚢 – “at last” ❤️')?.title).toBe('Ferry returns – “at last”');
    expect(wordsOf('Ελλάδα, Łódź, Đà Nẵng, Киев')?.title).toBe('Ελλάδα, Łódź, Đà Nẵng, Киев');
    expect(wordsOf('Cafe\u0301')?.title).toBe('Café');
  });

  it.each(['港の壁', 'חומת הנמל', 'جدار الميناء', 'बंदरगाह', 'Wall 港'])(
    'shows only the name of the newsroom where the headline cannot be drawn: %s',
    (title) => {
      expect(wordsOf(title)).toEqual({ title: 'The Harbour Post', site: '' });
    },
  );

  it('is not there where nothing can be drawn', () => {
    expect(wordsOf('港の壁', '港日報')).toBeUndefined();
    expect(wordsOf('The wall', '港日報')).toMatchObject({ title: 'The wall', site: '' });
  });

  it.each([
    ['images/share/2026/11/wall.0123456789abcdef.png', '2026/11/wall'],
    ['images/share/about.0123456789abcdef.png', 'about'],
    ['images/share/wall.png.0123456789abcdef-800.avif', undefined],
    ['images/wall.0123456789abcdef.png', undefined],
  ])('at %s is that of %s', (key, id) => {
    expect(sharedArticle(key)).toBe(id);
  });
});

it('every sign that is let through is in the font', () => {
  const { resolve } = createRequire(import.meta.url);
  const file = resolve('@expo-google-fonts/source-serif-4/700Bold/SourceSerif4_700Bold.ttf');
  const signs = signsIn(readFileSync(file));
  const all = Array.from({ length: 0x2fff - 0x20 }, (_, nth) => 0x20 + nth);
  const known = all.filter((code) => {
    const sign = String.fromCodePoint(code);
    return drawable(`a${sign}`) === `a${sign}`;
  });
  expect(known.length).toBeGreaterThan(600);
  expect(known.filter((code) => !signs.has(code)).map((code) => code.toString(16))).toEqual([]);
});

/** The characters that a font has, by its table `cmap` in format 4 (OpenType 1.9, "cmap"). */
function signsIn(font: Buffer): Set<number> {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, nth) => 12 + nth * 16);
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap') ?? 0;
  const cmap = font.readUInt32BE(entry + 8);
  const records = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, nth) => cmap + 4 + nth * 8,
  );
  const starts = records.map((at) => cmap + font.readUInt32BE(at + 4));
  const table = starts.find((at) => font.readUInt16BE(at) === 4) ?? 0;
  const count = font.readUInt16BE(table + 6) / 2;
  const signs = new Set<number>();
  for (let nth = 0; nth < count; nth += 1) {
    const last = font.readUInt16BE(table + 14 + nth * 2);
    const first = font.readUInt16BE(table + 16 + count * 2 + nth * 2);
    for (let code = first; code <= last && code < 0xffff; code += 1) signs.add(code);
  }
  return signs;
}
