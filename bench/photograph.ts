import sharp, { type OverlayOptions } from 'sharp';

/** Width of each layer's noise in pixels, and how strong it is: the finer, the fainter, as in nature. */
const layers = [
  [5, 90],
  [20, 60],
  [80, 45],
  [320, 30],
  [1280, 18],
] as const;

/**
 * A picture that takes as long to encode as a photograph: shapes of every size and the grain of a sensor, the same at
 * each call, on its side as a telephone stores it.
 */
export async function photograph(width: number, height: number): Promise<Uint8Array> {
  const next = numbers();
  const overlays: OverlayOptions[] = [];
  for (const [columns, strength] of layers) {
    const rows = Math.ceil((columns * height) / width);
    overlays.push({
      input: await layer(next, columns, rows, strength, width, height),
      blend: 'overlay',
    });
  }
  overlays.push({ input: await layer(next, width, height, 10, width, height), blend: 'overlay' });
  const canvas = sharp({ create: { width, height, channels: 3, background: '#8a8f90' } });
  const painted = canvas.composite(overlays).withMetadata({ orientation: 6 });
  return painted.jpeg({ quality: 90 }).toBuffer();
}

async function layer(
  next: () => number,
  columns: number,
  rows: number,
  strength: number,
  width: number,
  height: number,
): Promise<Buffer> {
  const bytes = Buffer.alloc(columns * rows * 3);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = 128 + (next() - 0.5) * 2 * strength;
  const noise = sharp(bytes, { raw: { width: columns, height: rows, channels: 3 } });
  return noise.resize(width, height, { kernel: 'cubic' }).png({ compressionLevel: 1 }).toBuffer();
}

/** Numbers from 0 to 1 that look like chance (xorshift32; Marsaglia, "Xorshift RNGs", 2003). */
function numbers(): () => number {
  let state = 2463534242;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
