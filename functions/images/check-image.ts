import { error, start } from '../ingest/problems.ts';
import type { Checked } from '../shared/claim.ts';
import { limits } from '../shared/layout.ts';
import { imageKey } from '../shared/links.ts';
import type { ImageFormat } from '../shared/model.ts';
import type { ProblemCode } from '../shared/problem-codes.ts';
import type { Encoder, Header } from './encoder.ts';
import { nameOf, type Original } from './original.ts';

/** Formats that browsers show and that cannot carry script, with the first bytes of a file and the names it may have. */
const formats: Record<Header['format'], { starts: RegExp; extensions: string[]; type: string }> = {
  jpg: { starts: /^\xff\xd8\xff/, extensions: ['jpg', 'jpeg'], type: 'a JPEG' },
  png: { starts: /^\x89PNG\r\n/, extensions: ['png'], type: 'a PNG' },
  webp: { starts: /^RIFF....WEBP/s, extensions: ['webp'], type: 'a WebP' },
  gif: { starts: /^GIF8[79]a/, extensions: ['gif'], type: 'a GIF' },
  avif: { starts: /^....ftyp(avif|avis|mif1)/s, extensions: ['avif'], type: 'an AVIF' },
};

export const imageLimits = {
  bytes: 25 * 1024 * 1024,
  /** Of one that moves: in all its frames. */
  pixels: 60_000_000,
  frames: 1_000,
  /** WebP takes no more in a row or a column (RFC 9649, 2.7). */
  side: 16_383,
} as const;

/**
 * Checks an original before anybody has to read it: its name, what it really is, how large it is; then whether it is
 * all there. Never throws.
 *
 * @param key of the content bucket, for example `images/2026/11/wall.jpg`
 * @param isMade whether the site has all its variants: then it was found to be whole before
 */
export async function checkImage(
  key: string,
  bytes: Uint8Array,
  encoder: Encoder,
  isMade: (original: Original) => boolean = () => false,
): Promise<Checked<Original>> {
  if (!imageKey(key)) {
    const advice = `Use small letters, digits and “-”, at most ${limits.imageKey} characters.`;
    return refuse('bad-name', `${key} cannot be an address.`, advice);
  }
  const header = await encoder.header(bytes);
  const format = header?.format ?? startOf(bytes);
  if (!format) {
    const advice =
      'Upload a JPEG, PNG, WebP, GIF or AVIF; browsers cannot show HEIC, and SVG can hold script.';
    return refuse('not-an-image', `${key} is no image that Galley can show.`, advice);
  }
  const { extensions, type } = formats[format];
  if (!extensions.includes(key.slice(key.lastIndexOf('.') + 1).toLowerCase())) {
    const advice = `Name it .${extensions[0]}, and in the articles that show it too.`;
    return refuse('wrong-type', `${key} is really ${type}.`, advice);
  }
  if (!header) return broken(key);
  const bomb = tooMuch(key, header);
  if (bomb) return bomb;
  const { width, height } = header;
  const original = { name: nameOf(key, bytes), width, height, formats: servedAs(header) };
  if (isMade(original) || (await encoder.isWhole(bytes))) return { problems: [], source: original };
  return broken(key);
}

/** What a file wants to be whose beginning cannot be read. */
function startOf(bytes: Uint8Array): Header['format'] | undefined {
  const first = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const names = Object.keys(formats) as Header['format'][];
  return names.find((name) => formats[name].starts.test(first));
}

/** A small file can have more pixels than fit into any memory. */
function tooMuch(key: string, { width, height, frames }: Header): Checked<Original> | undefined {
  const size = `${width} × ${height}`;
  const { pixels, side, frames: mostFrames } = imageLimits;
  if (frames > 1 && (frames > mostFrames || width * height * frames > pixels)) {
    const message = `${key} has ${frames} frames of ${size} pixels.`;
    const advice = `Take out frames or scale it: at most ${mostFrames}, with 60 megapixels in all.`;
    return refuse('too-many-frames', message, advice);
  }
  if (width * height > pixels) {
    return refuse('too-many-pixels', `${key} has ${size} pixels.`, 'Scale it to 60 megapixels.');
  }
  if (Math.max(width, height) > side) {
    const advice = `Scale it: at most ${side} pixels on each side.`;
    return refuse('too-many-pixels', `${key} has ${size} pixels.`, advice);
  }
  return undefined;
}

/** A JPEG has no transparency and does not move; AVIF does not move in most programs. WebP can do all. */
function servedAs({ transparent, frames }: Header): ImageFormat[] {
  if (frames > 1) return ['webp'];
  return transparent ? ['avif', 'webp'] : ['avif', 'webp', 'jpg'];
}

function broken(key: string): Checked<Original> {
  const advice =
    'Upload it again; if that does not help, open it in an image program and export it.';
  return refuse('broken-image', `${key} ends too early or is damaged.`, advice);
}

function refuse(code: ProblemCode, message: string, advice: string): Checked<Original> {
  return { problems: [error(start, code, message, advice)] };
}
