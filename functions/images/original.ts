import { createHash } from 'node:crypto';
import type { ImageFormat, ImageInfo } from '../shared/model.ts';
import { recipe } from './recipe.ts';

/** A picture that can be shown. */
export type Original = {
  /** The addresses of its variants up to the width. */
  name: string;
  /** Pixels of the original, upright. */
  width: number;
  height: number;
  formats: ImageFormat[];
};

/**
 * What the addresses of an original's variants begin with: `/images/wall.jpg.0123456789abcdef` of `images/wall.jpg`. The
 * hash is over its bytes and the recipe, so that what stands at an address never changes. The key is whole in it, so that
 * an original knows its own: `images/wall.png` is another one.
 */
export function nameOf(key: string, bytes: Uint8Array): string {
  const hash = createHash('sha256').update(JSON.stringify(recipe)).update(bytes).digest('hex');
  return `/${key}.${hash.slice(0, 16)}`;
}

/** What the theme gets of an original: the widths it asks for, and none that is wider than the original. */
export function infoOf({ name, width, height, formats }: Original, widths: number[]): ImageInfo {
  const largest = Math.min(width, Math.max(...widths));
  return {
    url: `${name}-${largest}.${formats.at(-1)}`,
    width: largest,
    height: Math.max(1, Math.round((height * largest) / width)),
    widths: [...widths.filter((each) => each < largest), largest],
    formats,
  };
}

type Sizes = Record<string, { width?: number; height?: number }>;

/** For a theme that names no sizes. */
const usual = [480, 960, 1920];

/** The widths among a theme's `image_sizes`, the smallest first. */
export function widthsOf(sizes: Sizes): number[] {
  const widths = Object.values(sizes).flatMap(({ width = 0 }) =>
    width >= 1 ? [Math.round(width)] : [],
  );
  return widths.length > 0 ? [...new Set(widths)].sort((a, b) => a - b) : usual;
}
