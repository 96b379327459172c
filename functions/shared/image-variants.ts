import type { ImageFormat, ImageInfo } from './model.ts';

/** One of the files that the site has of a picture. */
export type Variant = { width: number; format: ImageFormat };

export const imageTypes: Record<ImageFormat, string> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
};

/** `/images/wall.jpg.0123456789abcdef-800.avif`: the one place that knows how the files of a picture are called. */
export function variantUrl({ url }: Pick<ImageInfo, 'url'>, { width, format }: Variant): string {
  return `${url.slice(0, url.lastIndexOf('-'))}-${width}.${format}`;
}

/**
 * The same by the address of any variant, for whoever knows no more of a picture: one that is at least as wide as asked
 * for, if the theme asks for that width. Other addresses stay as they are.
 */
export function urlAt(url: string, { width, format }: Partial<Variant>): string {
  const [, name, own = '', plainest] =
    /^(\/images\/.+\.[0-9a-f]{16})-(\d+)\.(\w+)$/.exec(url) ?? [];
  if (name === undefined) return url;
  // What is not there as a JPEG may not be there as an AVIF either, but always is as a WebP.
  const known = plainest === 'jpg' || format === 'webp' ? format : undefined;
  const narrower = width !== undefined && width < Number(own) ? width : own;
  return `${name}-${narrower}.${known ?? plainest}`;
}

/** Every file that the site has of a picture. */
export function variantsOf({ widths, formats }: ImageInfo): Variant[] {
  return widths.flatMap((width) => formats.map((format) => ({ width, format })));
}

/** Pixels; the largest variant decides, so that all have one shape. */
export function heightAt(info: Pick<ImageInfo, 'width' | 'height'>, width: number): number {
  return Math.max(1, Math.round((info.height * width) / info.width));
}

/** All widths of a picture in one format, as `srcset` takes them. */
export function srcsetOf(info: ImageInfo, format: ImageFormat): string {
  return info.widths.map((width) => `${variantUrl(info, { width, format })} ${width}w`).join(', ');
}

/** The formats that a browser may prefer to the plainest one, best first, as `<source>` takes them. */
export function sourcesOf(info: ImageInfo): { type: string; srcset: string }[] {
  return info.formats
    .slice(0, -1)
    .map((format) => ({ type: imageTypes[format], srcset: srcsetOf(info, format) }));
}

/** The format that every browser can show. */
export function plainestOf({ formats }: ImageInfo): ImageFormat {
  return formats.at(-1) ?? 'jpg';
}
