import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { checkImage } from '../../../functions/images/check-image.ts';
import { infoOf } from '../../../functions/images/original.ts';
import { sharpEncoder } from '../../../functions/images/sharp-encoder.ts';
import { variantsOf } from '../../../functions/shared/image-variants.ts';
import { halves, moving, profiled, speckled, transparent } from './pictures.ts';

/** Every file of an original in these widths, by width and format. */
async function made(bytes: Uint8Array, widths = [20], key = 'images/wall.jpg') {
  const { source } = await checkImage(key, bytes, sharpEncoder);
  if (!source) throw new Error('this is no picture');
  const info = infoOf(source, widths);
  const files = new Map<string, Uint8Array>();
  for await (const { variant, body } of sharpEncoder.variants(bytes, info, variantsOf(info))) {
    files.set(`${variant.width} ${variant.format}`, body);
  }
  return files;
}

/** The colour at a place, from 0 to 1, as it stands in the file. */
async function colourAt(file: Uint8Array, x: number, y: number): Promise<number[]> {
  const picture = sharp(file).keepIccProfile().removeAlpha().raw();
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  const at = Math.floor(y * info.height) * info.width + Math.floor(x * info.width);
  return [...data.subarray(at * info.channels, at * info.channels + info.channels)];
}

function movingMetadata(file: Uint8Array | undefined) {
  return sharp(file, { animated: true }).metadata();
}

function isNear(colour: number[], other: number[]): boolean {
  return colour.every((value, index) => Math.abs(value - (other[index] ?? 0)) < 24);
}

/** As a telephone would upload it: it knows who, where and how it was held. */
async function fromTelephone(): Promise<Uint8Array> {
  const exif = {
    IFD0: { Make: 'Telltale', Artist: 'Jane Source' },
    IFD2: { LensModel: 'Telltale 3', DateTimeOriginal: '2026:11:20 18:30:00' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 30/1 0/1', GPSLongitude: '8/1 10/1 0/1' },
  };
  const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><Telltale>Jane Source</Telltale></x:xmpmeta>';
  const told = halves(64, 40).withExif(exif).withXmp(xmp).withMetadata({ orientation: 6 });
  return told.jpeg({ quality: 95 }).toBuffer();
}

const formats = ['avif', 'webp', 'jpg'];

describe('the files of an original', () => {
  it('are of the sizes and types that they are named for', async () => {
    const files = await made(await speckled(40, 30).jpeg().toBuffer(), [20, 40]);
    const found = await Promise.all(
      [...files].map(async ([name, file]) => {
        const { width, height, mediaType } = await sharp(file).metadata();
        return `${name} ${width}x${height} ${mediaType}`;
      }),
    );
    expect(found).toEqual(
      [20, 40].flatMap((width) => {
        const size = `${width}x${(width * 3) / 4}`;
        const types = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' };
        return Object.entries(types).map(([format, type]) => `${width} ${format} ${size} ${type}`);
      }),
    );
  });

  it('are the same bytes when they are made again', async () => {
    const bytes = await speckled(100, 80).jpeg().toBuffer();
    expect(await made(bytes, [30, 60])).toEqual(await made(bytes, [30, 60]));
  });

  it.each(formats)('tell nothing of who took it, where, when and with what: %s', async (format) => {
    const original = await fromTelephone();
    expect((await sharp(original).metadata()).exif).toBeDefined();
    const file = Buffer.from((await made(original)).get(`20 ${format}`) ?? []);
    const { exif, xmp, iptc, orientation } = await sharp(file).metadata();
    expect({ exif, xmp, iptc, orientation }).toEqual({});
    expect(file.toString('latin1')).not.toMatch(/Telltale|Jane|Exif\0|xmpmeta|2026:11/);
    expect(original.toString()).toMatch(/Telltale/);
  });

  it.each(formats)('stand as the camera was held: %s', async (format) => {
    const file = (await made(await fromTelephone())).get(`20 ${format}`) ?? new Uint8Array();
    const { width, height } = await sharp(file).metadata();
    expect([width, height]).toEqual([20, 32]);
    expect(isNear(await colourAt(file, 0.5, 0.1), [255, 0, 0])).toBe(true);
    expect(isNear(await colourAt(file, 0.5, 0.9), [0, 0, 255])).toBe(true);
  });

  it.each(formats)('keep colours that only some screens can show: %s', async (format) => {
    // The reddest red of Display P3 lies far outside of sRGB.
    const original = await profiled(40, 30, 'p3', [255, 0, 0]);
    const file = (await made(original, [20], 'images/wall.png')).get(`20 ${format}`);
    const { icc = Buffer.alloc(0) } = await sharp(file).metadata();
    expect(icc.length).toBeGreaterThan(100);
    expect(icc.length).toBeLessThan(1000);
    expect(isNear(await colourAt(file ?? new Uint8Array(), 0.5, 0.5), [255, 0, 0])).toBe(true);
  });

  it.each(formats)('carry no profile where every browser assumes it: %s', async (format) => {
    const original = await profiled(40, 30, 'srgb', [200, 100, 50]);
    const file = (await made(original, [20], 'images/wall.png')).get(`20 ${format}`);
    expect((await sharp(file).metadata()).icc).toBeUndefined();
    expect(isNear(await colourAt(file ?? new Uint8Array(), 0.5, 0.5), [200, 100, 50])).toBe(true);
  });

  it('carry no profile of a screen, which names it', async () => {
    // The tag in which a system keeps what a screen says of itself, in the place of another one.
    const named = await profiled(40, 30, 'p3', [200, 100, 50], (icc) => {
      icc.write('mmod', icc.indexOf('cprt', 132), 'latin1');
    });
    for (const file of (await made(named, [20], 'images/wall.png')).values()) {
      expect((await sharp(file).metadata()).icc).toBeUndefined();
    }
  });

  it('of a picture for printing are in colours for screens', async () => {
    const printed = halves(40, 30).toColourspace('cmyk').withIccProfile('cmyk').jpeg();
    for (const file of (await made(await printed.toBuffer())).values()) {
      const { space, icc } = await sharp(file).metadata();
      expect({ space, icc }).toEqual({ space: 'srgb' });
      const [red = 0, green = 0, blue = 0] = await colourAt(file, 0.1, 0.5);
      expect(red).toBeGreaterThan(180);
      expect(Math.max(green, blue)).toBeLessThan(80);
    }
  });

  it('of a picture in grey or with sixteen bits look like it', async () => {
    for (const space of ['b-w', 'rgb16', 'grey16'] as const) {
      const grey = sharp({ create: { width: 40, height: 30, channels: 3, background: '#808080' } });
      const original = await grey.toColourspace(space).png().toBuffer();
      for (const file of (await made(original, [20], 'images/wall.png')).values()) {
        const [value = 0] = await colourAt(file, 0.5, 0.5);
        expect(Math.abs(value - 128)).toBeLessThan(4);
      }
    }
  });

  it('can be seen through where it could', async () => {
    const files = await made(await transparent(40, 30), [20], 'images/wall.png');
    expect([...files.keys()]).toEqual(['20 avif', '20 webp']);
    for (const file of files.values()) {
      const raw = await sharp(file).raw().toBuffer();
      expect(Math.abs((raw[3] ?? 0) - 128)).toBeLessThan(4);
    }
  });

  it.each(['gif', 'webp'] as const)('move as it moved: %s', async (format) => {
    const original = await moving(format, 40, 30, 5);
    const files = await made(original, [10, 20], `images/wall.${format}`);
    expect([...files.keys()]).toEqual(['10 webp', '20 webp']);
    const { pages, pageHeight, loop, delay } = await movingMetadata(files.get('20 webp'));
    const before = await movingMetadata(original);
    expect({ pages, pageHeight, loop, delay }).toEqual({
      pages: 5,
      pageHeight: 15,
      loop: 0,
      delay: before.delay,
    });
  });
});
