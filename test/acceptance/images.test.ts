import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { pngOf, speckled } from '../functions/images/pictures.ts';
import { elementsOf } from '../functions/render/parsed-html.ts';
import {
  articleKey,
  freshId,
  freshName,
  markdown,
  publish,
  put,
  reportsOn,
  untilCleared,
} from './articles.ts';
import { pageThat, pageWith, read } from './platform.ts';

/** A photograph as a telephone uploads it: on its side, and it knows who took it and where. */
function photograph(width: number, height: number): Promise<Uint8Array> {
  const exif = {
    IFD0: { Make: 'Telltale', Artist: 'Jane Source' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 30/1 0/1', GPSLongitude: '8/1 10/1 0/1' },
  };
  const told = speckled(width, height).withExif(exif).withMetadata({ orientation: 6 });
  return told.jpeg({ quality: 80 }).toBuffer();
}

function half(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.length / 2);
}

const type = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' };

/** Every address of a picture that a page names. */
function addressesIn(html: string): string[] {
  const sets = elementsOf(html).map(({ attributes }) => attributes.srcset ?? '');
  return sets.flatMap((set) => set.split(', ')).flatMap((each) => each.split(' ')[0] || []);
}

describe('a photograph', () => {
  const [id, key] = [freshId(), `images/2026/${freshName()}.jpg`];
  let page: string;

  beforeAll(async () => {
    await put(key, await photograph(1000, 600));
    await publish(id, { lines: `hero: {src: ${key}, alt: Specks}\n`, body: `![More](/${key})` });
    page = await pageWith(`/${id}/`, 'srcset');
  });

  it('stands on its page in every width that the theme asks for and it has', () => {
    const hero = elementsOf(page).filter(({ name }) => name === 'source')[0];
    expect(hero?.attributes.type).toBe('image/avif');
    expect(hero?.attributes.sizes).toContain('vw');
    const widths = [...(hero?.attributes.srcset ?? '').matchAll(/ (\d+)w/g)].map(
      ([, width]) => width,
    );
    expect(widths).toEqual(['480', '600']);
  });

  it('is not to be had as it was uploaded', async () => {
    expect((await read(`/${key}`)).status).toBe(404);
  });

  it('is upright, the hero first and the others when somebody comes near them', () => {
    const [hero, other] = elementsOf(page).filter(({ name }) => name === 'img');
    expect(hero?.attributes).toMatchObject({ width: '600', height: '1000', fetchpriority: 'high' });
    expect(hero?.attributes).not.toHaveProperty('loading');
    expect(other?.attributes).toMatchObject({ width: '600', height: '1000', loading: 'lazy' });
  });

  it('is served for ever, as what it is, and tells nothing of who took it and where', async () => {
    const addresses = [...new Set(addressesIn(page))];
    expect(addresses).toHaveLength(6);
    for (const address of addresses) {
      const answer = await read(address);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      const format = address.slice(address.lastIndexOf('.') + 1) as keyof typeof type;
      expect(answer.headers.get('content-type')).toBe(type[format]);
      const bytes = Buffer.from(await answer.arrayBuffer());
      const { mediaType, width, height, exif, xmp } = await sharp(bytes).metadata();
      expect({ mediaType, exif, xmp }).toEqual({ mediaType: type[format] });
      expect(Math.abs((height ?? 0) / (width ?? 1) - 1000 / 600)).toBeLessThan(0.01);
      expect(bytes.toString('latin1')).not.toMatch(/Telltale|Jane/);
    }
  });

  it('that is replaced is replaced on the page', async () => {
    const before = addressesIn(page);
    await put(key, await photograph(300, 200));
    const now = await pageThat(`/${id}/`, (html) => html.includes('width="200" height="300"'));
    expect(addressesIn(now).filter((address) => before.includes(address))).toEqual([]);
    // For whoever has the page open.
    expect((await read(String(before[0]))).status).toBe(200);
  });
});

describe('an image that nobody could show', () => {
  const [id, key] = [freshId(), `images/${freshName()}.png`];
  let page: string;

  beforeAll(async () => {
    await put(key, await speckled(60, 40).png().toBuffer());
    await publish(id, { body: `![Specks](/${key})` });
    page = await pageWith(`/${id}/`, '<img');
  });

  it.each([
    ['SVG', 'not-an-image', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['another type than its name says', 'wrong-type', () => photograph(60, 40)],
    [
      'one that is cut off',
      'broken-image',
      async () => half(await speckled(90, 60).png().toBuffer()),
    ],
    ['a bomb', 'too-many-pixels', async () => pngOf(60_000, 60_000, Buffer.alloc(1_000_000))],
    ['one of more than 25 MiB', 'too-large', async () => Buffer.alloc(25 * 1024 * 1024 + 1)],
  ] as const)('is refused with a report, and the page stays: %s', async (_what, code, bytes) => {
    const version = await put(key, await bytes());
    const { json } = await reportsOn(key, version);
    expect(json).toMatchObject({ outcome: 'kept', problems: [{ code }] });
    expect(addressesIn(await (await read(`/${id}/`)).text())).toEqual(addressesIn(page));
  });

  it('is forgotten with the next one that can be shown', async () => {
    await put(key, await speckled(66, 44).png().toBuffer());
    await pageWith(`/${id}/`, 'width="66"');
    await untilCleared(key);
  });
});

describe('an article that comes before its image', () => {
  it('is live without it, says so, and gains it when it comes', async () => {
    const [id, key] = [freshId(), `images/${freshName()}.jpg`];
    const lines = `hero: {src: ${key}, alt: Specks}\n`;
    const version = await put(articleKey(id), markdown({ title: `Early ${id}`, lines }));
    const { json } = await reportsOn(articleKey(id), version);
    expect(json).toMatchObject({ outcome: 'published', problems: [{ code: 'missing-image' }] });
    expect(await pageWith(`/${id}/`, `Early ${id}`)).not.toContain('<figure');
    await put(key, await photograph(60, 40));
    await pageWith(`/${id}/`, '<figure class="hero">');
    await untilCleared(articleKey(id));
  });
});
