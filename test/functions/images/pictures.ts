import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/**
 * A black PNG (PNG 3, 5 and 11).
 *
 * @param words in a text chunk, so that pictures of one size can differ
 */
export function png(width: number, height: number, words = ''): Uint8Array {
  // A filter byte before each row of three bytes a pixel.
  const comment = chunk('tEXt', Buffer.from(`Comment\0${words}`, 'latin1'));
  return pngOf(width, height, Buffer.alloc((width * 3 + 1) * height), comment);
}

/** @param rows as many as are to be there, whatever the header says */
export function pngOf(
  width: number,
  height: number,
  rows: Uint8Array,
  extra: Uint8Array = new Uint8Array(),
): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    extra,
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(named, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}

/** A PNG of one colour as it stands in the file, with the profile that says which one that is. */
export async function profiled(
  width: number,
  height: number,
  profile: 'p3' | 'srgb',
  colour: [number, number, number],
  change: (profile: Buffer) => void = () => {},
): Promise<Uint8Array> {
  const canvas = { create: { width: 1, height: 1, channels: 3, background: 'red' } } as const;
  const file = await sharp(canvas).withIccProfile(profile).png().toBuffer();
  const { icc = Buffer.alloc(0) } = await sharp(file).metadata();
  change(icc);
  const row = Buffer.from([0, ...Array.from({ length: width }, () => colour).flat()]);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  const named = Buffer.concat([Buffer.from('any\0\0', 'latin1'), deflateSync(icc)]);
  return pngOf(width, height, rows, chunk('iCCP', named));
}

/** Its left half is red and its right half blue, so that one sees how it is held. */
export function halves(width: number, height: number): Sharp {
  const left = { create: { width: Math.ceil(width / 2), height, channels: 3, background: 'red' } };
  const canvas = { create: { width, height, channels: 3, background: 'blue' } } as const;
  return sharp(canvas)
    .composite([{ input: left as never, left: 0, top: 0 }])
    .removeAlpha();
}

/** Of no two pixels alike, so that its bytes are pixels to the end. */
export function speckled(width: number, height: number): Sharp {
  const bytes = Uint8Array.from({ length: width * height * 3 }, (_, nth) => (nth * nth * 31) % 251);
  return sharp(bytes, { raw: { width, height, channels: 3 } });
}

/** @param orientation as cameras note it (EXIF tag 0x0112), 1 being upright */
export function jpeg(width: number, height: number, orientation = 1): Promise<Uint8Array> {
  return halves(width, height).withMetadata({ orientation }).jpeg({ quality: 90 }).toBuffer();
}

export function webp(width: number, height: number): Promise<Uint8Array> {
  return halves(width, height).webp().toBuffer();
}

export function gif(width: number, height: number): Promise<Uint8Array> {
  return speckled(width, height).gif().toBuffer();
}

export function avif(width: number, height: number): Promise<Uint8Array> {
  return halves(width, height).avif({ effort: 0 }).toBuffer();
}

/** Half of it can be seen through. */
export function transparent(width: number, height: number): Promise<Uint8Array> {
  const background = { r: 255, g: 0, b: 0, alpha: 0.5 };
  return sharp({ create: { width, height, channels: 4, background } })
    .png()
    .toBuffer();
}

/** Frames of other colours, one after the other, for ever. */
export function moving(
  format: 'gif' | 'webp',
  width: number,
  height: number,
  frames: number,
): Promise<Uint8Array> {
  const bytes = Buffer.alloc(width * height * frames * 3);
  for (let frame = 0; frame < frames; frame += 1) {
    const [start, end] = [frame, frame + 1].map((nth) => nth * width * height * 3);
    bytes.fill((frame * 70) % 256, start, end);
  }
  const raw = { width, height: height * frames, channels: 3, pageHeight: height } as const;
  return sharp(bytes, { raw })
    .toFormat(format, { loop: 0, delay: Array(frames).fill(80) })
    .toBuffer();
}
