import { plainestOf, sourcesOf, srcsetOf } from './image-variants.ts';
import { attributes } from './markup.ts';
import type { ImageInfo } from './model.ts';

/** What those get who do not see it, and who point at it. */
export type PictureWords = { alt: string; title?: string };

export type PictureOptions = PictureWords & {
  /** How wide it stands on the page, as the attribute `sizes` takes it. */
  sizes: string;
  /** It is the first thing to be seen: fetched before all else, not when somebody scrolls near it. */
  first: boolean;
};

/**
 * A picture within a text: every format and width that the site has, so that the browser takes the smallest file that
 * is sharp. One that the site has in a single format is an `<img>` alone.
 */
export function pictureHtml(info: ImageInfo, { sizes, first, ...words }: PictureOptions): string {
  const sources = sourcesOf(info).map((source) => `<source${attributes({ ...source, sizes })}>`);
  const image = tag(info, { srcset: srcsetOf(info, plainestOf(info)), sizes }, words, first);
  return sources.length > 0 ? `<picture>${sources.join('')}${image}</picture>` : image;
}

/** The same in the plainest format alone. */
export function imageHtml(info: ImageInfo, words: PictureWords): string {
  return tag(info, {}, words, false);
}

function tag(
  { url, width, height }: ImageInfo,
  others: Record<string, string>,
  { alt, title }: PictureWords,
  first: boolean,
): string {
  const how = first ? { fetchpriority: 'high' } : { loading: 'lazy' };
  const titled = title ? { title } : {};
  const values = { src: url, ...others, width, height, alt, ...titled, ...how, decoding: 'async' };
  return `<img${attributes(values)}>`;
}
