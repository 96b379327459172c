import type { Metadata, Sharp } from 'sharp';
import { heightAt, type Variant } from '../shared/image-variants.ts';
import type { ImageFormat, ImageInfo } from '../shared/model.ts';
import { imageLimits } from './check-image.ts';
import { isColourSpace } from './colour-profile.ts';
import type { Encoder, Header } from './encoder.ts';
import { sharp } from './libvips.ts';
import { recipe } from './recipe.ts';

/** Sharp's encoder: libvips with the libraries of each format. Its errors have no types, only messages. */
export const sharpEncoder: Encoder = { header, isWhole, variants };

async function header(bytes: Uint8Array): Promise<Header | undefined> {
  const found = await metadataOf(bytes);
  const format = found && formatOf(found);
  if (!format) return undefined;
  const frames = format === 'avif' ? 1 : (found.pages ?? 1);
  // Frames stand below each other, and nobody turns them.
  const { width, height } =
    frames > 1
      ? { width: found.width, height: found.pageHeight ?? found.height }
      : found.autoOrient;
  return { format, width, height, transparent: found.hasAlpha, frames };
}

/** Without a limit, because nothing is decoded here: how many pixels are too many is for the report to say. */
async function metadataOf(bytes: Uint8Array): Promise<Metadata | undefined> {
  try {
    return await sharp(bytes, { animated: true, limitInputPixels: false }).metadata();
  } catch {
    return undefined;
  }
}

function formatOf({ format, compression }: Metadata): Header['format'] | undefined {
  switch (format) {
    case 'jpeg':
      return 'jpg';
    case 'png':
    case 'webp':
    case 'gif':
      return format;
    case 'heif':
      return compression === 'av1' ? 'avif' : undefined;
    default:
      return undefined;
  }
}

async function isWhole(bytes: Uint8Array): Promise<boolean> {
  if (isGif(bytes) && !hasTrailer(bytes)) return false;
  // A small copy of it, because a JPEG is read to its end for that too, but not computed in full.
  const reading = open(bytes, true).resize(32, 32, { fit: 'inside' }).raw().toBuffer();
  return reading.then(
    () => true,
    () => false,
  );
}

function isGif(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 3)).toString('latin1') === 'GIF';
}

/**
 * A GIF ends in this byte (GIF89a, 27), and some programs write zeros behind it. Of one that is cut off, libvips shows
 * the frames before the cut and says nothing.
 */
function hasTrailer(bytes: Uint8Array): boolean {
  return bytes[bytes.findLastIndex((byte) => byte !== 0)] === 0x3b;
}

async function* variants(bytes: Uint8Array, info: ImageInfo, wanted: Variant[]) {
  const moves = info.formats.length === 1;
  const source = moves ? bytes : await upright(bytes, info);
  for (const variant of wanted) {
    const { width, format } = variant;
    const height = heightAt(info, width);
    const scaled = open(source, moves).keepIccProfile().resize(width, height, { fit: 'fill' });
    const written = moves ? scaled.webp(recipe.moving) : as(format, scaled, width * height);
    yield { variant, body: await written.toBuffer() };
  }
}

/** The original once for all variants: in the largest width, turned as it was held, with nothing told but its colours. */
async function upright(bytes: Uint8Array, { width, height }: ImageInfo): Promise<Uint8Array> {
  const metadata = await metadataOf(bytes);
  const scaled = open(bytes, false).autoOrient().resize(width, height, { fit: 'fill' });
  const coloured = isColourSpace(metadata?.icc) ? scaled.keepIccProfile() : scaled;
  return coloured.png({ compressionLevel: 0 }).toBuffer();
}

/** @throws at the first pixel that is not there, or at more pixels than are taken */
function open(bytes: Uint8Array, animated: boolean): Sharp {
  return sharp(bytes, { animated, failOn: 'error', limitInputPixels: imageLimits.pixels });
}

function as(format: ImageFormat, picture: Sharp, pixels: number): Sharp {
  switch (format) {
    case 'avif':
      return picture.avif(pixels < 2_000_000 ? recipe.avif : recipe.largeAvif);
    case 'webp':
      return picture.webp(recipe.webp);
    case 'jpg':
      return picture.jpeg(recipe.jpg);
  }
}
