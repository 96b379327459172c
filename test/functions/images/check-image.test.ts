import { describe, expect, it } from 'vitest';
import { checkImage, imageLimits } from '../../../functions/images/check-image.ts';
import { avif, gif, jpeg, png, webp } from './pictures.ts';

function codeOf(key: string, bytes: Uint8Array): string {
  const { problems, source } = checkImage(key, bytes);
  expect(source === undefined).toBe(problems.length > 0);
  return problems.map(({ code }) => code).join();
}

describe('an original', () => {
  it.each([
    ['images/wall.jpg', jpeg(1600, 900), 'image/jpeg'],
    ['images/wall.jpeg', jpeg(1600, 900), 'image/jpeg'],
    ['images/wall.JPG', jpeg(1600, 900), 'image/jpeg'],
    ['images/wall.png', png(1600, 900), 'image/png'],
    ['images/wall.gif', gif(1600, 900), 'image/gif'],
    ['images/wall.webp', webp(1600, 900), 'image/webp'],
    ['images/wall.avif', avif(1600, 900), 'image/avif'],
  ])('is measured: %s', (key, bytes, contentType) => {
    const { source } = checkImage(key, bytes);
    expect(source).toMatchObject({ contentType, info: { width: 1600, height: 900 } });
  });

  it('is served under its path with a hash of its bytes', () => {
    const urlOf = (bytes: Uint8Array) => checkImage('images/2026/11/wall.jpg', bytes).source?.info;
    expect(urlOf(jpeg(8, 6))?.url).toMatch(/^\/images\/2026\/11\/wall\.[0-9a-f]{16}\.jpg$/);
    expect(urlOf(jpeg(8, 6))).toEqual(urlOf(jpeg(8, 6)));
    expect(urlOf(jpeg(8, 6))?.url).not.toBe(urlOf(jpeg(8, 7))?.url);
  });

  it.each([
    ['images/wall.jpg', 'images/wall.JPG'],
    ['images/wall.jpg', 'images/wall.jpeg'],
    ['images/wall.jpg', 'images/a/wall.jpg'],
  ])('shares its address with no other of the same bytes: %s and %s', (one, other) => {
    const [first, second] = [one, other].map((key) => checkImage(key, jpeg(8, 6)).source?.info.url);
    expect(first).toBeDefined();
    expect(first).not.toBe(second);
  });

  it.each([
    [1, 1600, 900],
    [2, 1600, 900],
    [3, 1600, 900],
    [4, 1600, 900],
    [5, 900, 1600],
    [6, 900, 1600],
    [7, 900, 1600],
    [8, 900, 1600],
  ])('that a camera noted as orientation %i is as wide as it is shown', (noted, width, height) => {
    const { source } = checkImage('images/wall.jpg', jpeg(1600, 900, noted));
    expect(source?.info).toMatchObject({ width, height });
  });

  it('may have as many pixels as are taken, and no more', () => {
    expect(codeOf('images/wall.png', png(10_000, 6_000))).toBe('');
    expect(codeOf('images/wall.png', png(10_000, 6_001))).toBe('too-many-pixels');
    expect(codeOf('images/wall.png', png(0xffff_ffff, 0xffff_ffff))).toBe('too-many-pixels');
  });

  it.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"/>')],
    ['HTML', Buffer.from('<html><script>alert(1)</script></html>')],
    ['nothing', Buffer.alloc(0)],
    ['TIFF', Buffer.from('49492a000800000000000000', 'hex')],
    ['BMP', Buffer.concat([Buffer.from('BM'), Buffer.alloc(24, 1)])],
    ['half a PNG header', png(8, 6).subarray(0, 18)],
    ['half a JPEG', jpeg(8, 6).subarray(0, 25)],
    ['half a GIF header', gif(8, 6).subarray(0, 7)],
    ['half a WebP header', webp(8, 6).subarray(0, 26)],
    ['half an AVIF', avif(8, 6).subarray(0, 40)],
    ['an image without width', gif(0, 6)],
    ['an image without height', png(8, 0)],
  ])('that is %s is refused', (_, bytes) => {
    for (const extension of ['jpg', 'png', 'gif', 'webp', 'avif', 'svg']) {
      expect(codeOf(`images/wall.${extension}`, bytes)).toBe('not-an-image');
    }
  });

  it.each([
    ['images/wall.jpg', png(8, 6)],
    ['images/wall.png', jpeg(8, 6)],
    ['images/wall.svg', png(8, 6)],
    ['images/wall.html', gif(8, 6)],
  ])('whose name says something else is refused: %s', (key, bytes) => {
    const [problem] = checkImage(key, bytes).problems;
    expect(problem).toMatchObject({ code: 'wrong-type' });
    expect(problem?.message).toContain('image/');
  });

  it.each([
    'images/Wall.jpg',
    'images/my wall.jpg',
    'images/wände.jpg',
    'images/wall..jpg',
    'images/wall.0123456789abcdef.jpg',
    'images/../wall.jpg',
    'images//wall.jpg',
    'images/-wall.jpg',
    'images/wall',
    'images/.jpg',
    'images/wall.j pg',
    `images/${'w'.repeat(290)}.jpg`,
  ])('that cannot be an address is refused: %s', (key) => {
    expect(codeOf(key, jpeg(8, 6))).toBe('bad-name');
  });

  it('of millions of empty segments takes little time', () => {
    const segments = Buffer.alloc(imageLimits.bytes, Buffer.from('ffe00002', 'hex'));
    const bytes = Buffer.concat([Buffer.from('ffd8', 'hex'), segments.subarray(2)]);
    const before = process.cpuUsage();
    expect(codeOf('images/wall.jpg', bytes)).toBe('not-an-image');
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
  });

  it.each(['images/Wall.jpg', 'images/wall.png', 'images/wall.gif'])(
    'that is refused is told what to do: %s',
    (key) => {
      const [problem] = checkImage(key, jpeg(8, 6)).problems;
      expect(problem?.message).toMatch(/\S.*[.”]$/);
      expect(problem?.advice).toMatch(/\S.*[.”]$/);
    },
  );
});
