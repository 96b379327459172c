import { describe, expect, it } from 'vitest';
import { checkImage, imageLimits } from '../../../functions/images/check-image.ts';
import { sharpEncoder } from '../../../functions/images/sharp-encoder.ts';
import { avif, gif, jpeg, moving, png, pngOf, speckled, transparent, webp } from './pictures.ts';

const wall = {
  jpg: await jpeg(32, 18),
  png: png(32, 18),
  gif: await gif(32, 18),
  webp: await webp(32, 18),
  avif: await avif(32, 18),
};

const check = (key: string, bytes: Uint8Array) => checkImage(key, bytes, sharpEncoder);

async function codeOf(key: string, bytes: Uint8Array): Promise<string> {
  const { problems, source } = await check(key, bytes);
  expect(source === undefined).toBe(problems.length > 0);
  return problems.map(({ code }) => code).join();
}

/** With a header that tells of another size: what it says is not there. */
function pretending(width: number, height: number): Uint8Array {
  return pngOf(width, height, Buffer.alloc(1000));
}

describe('an original', () => {
  it.each([
    ['images/wall.jpg', wall.jpg],
    ['images/wall.jpeg', wall.jpg],
    ['images/wall.JPG', wall.jpg],
    ['images/wall.png', wall.png],
    ['images/wall.gif', wall.gif],
    ['images/wall.webp', wall.webp],
    ['images/wall.avif', wall.avif],
  ])('is measured: %s', async (key, bytes) => {
    const { source } = await check(key, bytes);
    expect(source).toMatchObject({ width: 32, height: 18 });
  });

  it('is served in three formats', async () => {
    const { source } = await check('images/wall.png', wall.png);
    expect(source?.formats).toEqual(['avif', 'webp', 'jpg']);
  });

  it('is called by its key and a hash of its bytes', async () => {
    const nameOf = async (bytes: Uint8Array) =>
      (await check('images/2026/11/wall.png', bytes)).source?.name;
    expect(await nameOf(png(8, 6))).toMatch(/^\/images\/2026\/11\/wall\.png\.[0-9a-f]{16}$/);
    expect(await nameOf(png(8, 6))).toBe(await nameOf(png(8, 6)));
    expect(await nameOf(png(8, 6))).not.toBe(await nameOf(png(8, 6, 'another')));
  });

  it.each([1, 2, 3, 4])(
    'held upright, mirrored or upside down (%i) is not turned',
    async (noted) => {
      const { source } = await check('images/wall.jpg', await jpeg(32, 18, noted));
      expect(source).toMatchObject({ width: 32, height: 18 });
    },
  );

  it.each([5, 6, 7, 8])('that lay on its side (%i) is as wide as it is shown', async (noted) => {
    const { source } = await check('images/wall.jpg', await jpeg(32, 18, noted));
    expect(source).toMatchObject({ width: 18, height: 32 });
  });

  it('that can be seen through is served in formats that know that', async () => {
    const { source } = await check('images/wall.png', await transparent(32, 18));
    expect(source?.formats).toEqual(['avif', 'webp']);
  });

  it.each(['gif', 'webp'] as const)('that moves is served as one that does: %s', async (format) => {
    const { source } = await check(`images/wall.${format}`, await moving(format, 32, 18, 3));
    expect(source).toMatchObject({ width: 32, height: 18, formats: ['webp'] });
  });

  it('of more than 60 megapixels is refused before they are looked for', async () => {
    expect(await codeOf('images/wall.png', pretending(10_000, 6_000))).toBe('broken-image');
    expect(await codeOf('images/wall.png', pretending(10_000, 6_001))).toBe('too-many-pixels');
    expect(await codeOf('images/wall.png', pretending(60_000, 60_000))).toBe('too-many-pixels');
  });

  it('longer than WebP can be is refused', async () => {
    expect(await codeOf('images/wall.png', png(16_383, 1))).toBe('');
    expect(await codeOf('images/wall.png', png(1, 16_384))).toBe('too-many-pixels');
  });

  it('that moves through more than 60 megapixels is refused', async () => {
    const [small, vast] = [Buffer.from([32, 0, 18, 0]), Buffer.from('70177017', 'hex')];
    const bytes = Buffer.from(await moving('gif', 32, 18, 2));
    for (let at = bytes.indexOf(small); at !== -1; at = bytes.indexOf(small)) vast.copy(bytes, at);
    const [problem] = (await check('images/wall.gif', bytes)).problems;
    expect(problem).toMatchObject({ code: 'too-many-frames' });
    expect(problem?.message).toContain('2 frames of 6000 × 6000 pixels');
  });

  it('with more frames than anybody watches is refused', async () => {
    expect(await codeOf('images/wall.gif', await moving('gif', 2, 2, 1000))).toBe('');
    expect(await codeOf('images/wall.gif', await moving('gif', 2, 2, 1001))).toBe(
      'too-many-frames',
    );
  });

  it.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"/>')],
    ['SVG with a declaration', Buffer.from('<?xml version="1.0"?><svg width="8" height="6"/>')],
    ['HTML', Buffer.from('<html><script>alert(1)</script></html>')],
    ['nothing', Buffer.alloc(0)],
    ['TIFF', Buffer.from('49492a000800000000000000', 'hex')],
    ['BMP', Buffer.concat([Buffer.from('BM'), Buffer.alloc(24, 1)])],
    ['HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')],
    ['PDF', Buffer.from('%PDF-1.7\n')],
  ])('that is %s is refused', async (_, bytes) => {
    for (const extension of ['jpg', 'png', 'gif', 'webp', 'avif', 'svg']) {
      expect(await codeOf(`images/wall.${extension}`, bytes)).toBe('not-an-image');
    }
  });

  it.each(['jpeg', 'png', 'gif', 'webp', 'avif'] as const)(
    'that is cut off is refused: %s',
    async (format) => {
      const bytes = await speckled(64, 48).toFormat(format).toBuffer();
      const key = `images/wall.${format}`;
      expect(await codeOf(key, bytes)).toBe('');
      for (const share of [0.02, 0.1, 0.5, 0.9, 0.98]) {
        expect(await codeOf(key, bytes.subarray(0, bytes.length * share))).toBe('broken-image');
      }
    },
  );

  it.each(['gif', 'webp'] as const)('that moves and is cut off is refused: %s', async (format) => {
    const bytes = await moving(format, 32, 18, 3);
    for (const less of [1, 30, bytes.length / 2]) {
      const part = bytes.subarray(0, bytes.length - less);
      expect(await codeOf(`images/wall.${format}`, part)).toBe('broken-image');
    }
  });

  it('of which some bytes are others is refused', async () => {
    const bytes = Buffer.from(wall.png);
    bytes.fill(0xff, bytes.indexOf('IDAT') + 4, bytes.indexOf('IEND') - 8);
    expect(await codeOf('images/wall.png', bytes)).toBe('broken-image');
  });

  it('with something behind its end is taken: telephones keep a film there', async () => {
    const bytes = Buffer.concat([wall.jpg, Buffer.from('ftypmp42')]);
    expect(await codeOf('images/wall.jpg', bytes)).toBe('');
  });

  it.each([
    ['images/wall.jpg', wall.png],
    ['images/wall.png', wall.jpg],
    ['images/wall.svg', wall.png],
    ['images/wall.html', wall.gif],
    ['images/wall.jpg', wall.png.subarray(0, 20)],
  ])('whose name says something else is refused: %s', async (key, bytes) => {
    const [problem] = (await check(key, bytes)).problems;
    expect(problem).toMatchObject({ code: 'wrong-type' });
    expect(problem?.message).toMatch(/is really an? (JPEG|PNG|GIF)\.$/);
  });

  it.each([
    'images/Wall.jpg',
    'images/my wall.jpg',
    'images/wände.jpg',
    'images/wall..jpg',
    'images/wall.jpg.0123456789abcdef-800.jpg',
    'images/../wall.jpg',
    'images//wall.jpg',
    'images/-wall.jpg',
    'images/wall',
    'images/.jpg',
    'images/wall.j pg',
    `images/${'w'.repeat(290)}.jpg`,
  ])('that cannot be an address is refused: %s', async (key) => {
    expect(await codeOf(key, wall.jpg)).toBe('bad-name');
  });

  it('of millions of empty segments takes little time', async () => {
    const segments = Buffer.alloc(imageLimits.bytes, Buffer.from('ffe00002', 'hex'));
    const bytes = Buffer.concat([Buffer.from('ffd8', 'hex'), segments]);
    const before = process.cpuUsage();
    expect(await codeOf('images/wall.jpg', bytes)).toBe('broken-image');
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
  });

  it.each(['images/Wall.jpg', 'images/wall.png', 'images/wall.gif'])(
    'that is refused is told what to do: %s',
    async (key) => {
      const [problem] = (await check(key, wall.jpg)).problems;
      expect(problem?.message).toMatch(/\S.*[.”]$/);
      expect(problem?.advice).toMatch(/\S.*[.”]$/);
    },
  );
});
