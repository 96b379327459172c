import { createHash } from 'node:crypto';
import { imageSize } from 'image-size';
import { error, start } from '../ingest/problems.ts';
import { limits } from '../shared/layout.ts';
import { imageKey } from '../shared/links.ts';
import type { ImageInfo, Problem } from '../shared/model.ts';
import type { ProblemCode } from '../shared/problem-codes.ts';

/** Formats browsers show and that cannot carry script; SVG can, so it is refused. */
const formats: Record<string, { extensions: string[]; contentType: string }> = {
  jpg: { extensions: ['jpg', 'jpeg'], contentType: 'image/jpeg' },
  png: { extensions: ['png'], contentType: 'image/png' },
  webp: { extensions: ['webp'], contentType: 'image/webp' },
  gif: { extensions: ['gif'], contentType: 'image/gif' },
  avif: { extensions: ['avif'], contentType: 'image/avif' },
};

export const imageLimits = {
  bytes: 25 * 1024 * 1024,
  /** Where the size stands, if anywhere: a file of empty segments to its end would take seconds. */
  header: 8 * 1024 * 1024,
  pixels: 60_000_000,
} as const;

const behind = Buffer.alloc(32, 0xff);

export type Image = { info: ImageInfo; contentType: string };

/**
 * Measures an original and names the copy the site serves: its path and a hash of its bytes, so that a replaced
 * image has a new address and every copy may be cached for ever.
 *
 * @param key of the content bucket, for example `images/2026/11/wall.jpg`
 */
export function checkImage(
  key: string,
  bytes: Uint8Array,
): { problems: Problem[]; source?: Image } {
  if (!imageKey(key)) {
    const advice = `Use small letters, digits and “-”, at most ${limits.imageKey} characters.`;
    return refuse('bad-name', `${key} cannot be an address.`, advice);
  }
  const [, stem = '', extension = ''] = /^images\/(.+)\.(.+)$/.exec(key) ?? [];
  const measured = measure(bytes);
  const format = formats[measured?.type ?? ''];
  if (!measured?.width || !measured.height || !format) {
    const advice =
      'Upload a JPEG, PNG, WebP, GIF or AVIF; SVG is refused, because it can hold script.';
    return refuse('not-an-image', `${key} is no image that Galley can show.`, advice);
  }
  if (!format.extensions.includes(extension.toLowerCase())) {
    const advice = `Name it .${format.extensions[0]}, and in the articles that show it too.`;
    return refuse('wrong-type', `${key} is really ${format.contentType}.`, advice);
  }
  if (measured.width * measured.height > imageLimits.pixels) {
    const size = `${measured.width} × ${measured.height}`;
    return refuse('too-many-pixels', `${key} has ${size} pixels.`, 'Scale it to 60 megapixels.');
  }
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const { width, height } = upright(measured);
  const info = { url: `/images/${stem}.${hash}.${extension}`, width, height };
  return { problems: [], source: { info, contentType: format.contentType } };
}

/** The library reads zeros behind the end of a file, so a size that is cut off changes with what stands there. */
function measure(bytes: Uint8Array) {
  const header = bytes.subarray(0, imageLimits.header);
  try {
    const size = imageSize(header);
    const { width, height } = imageSize(Buffer.concat([header, behind]));
    return size.width === width && size.height === height ? size : undefined;
  } catch {
    // The library throws on anything it cannot read, which is exactly the question asked here.
    return undefined;
  }
}

/** EXIF orientations 5 to 8 lie on their side (EXIF 2.32, tag 0x0112); browsers turn them upright. */
function upright({ width, height, orientation = 1 }: ReturnType<typeof imageSize>) {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

function refuse(code: ProblemCode, message: string, advice: string): { problems: Problem[] } {
  return { problems: [error(start, code, message, advice)] };
}
