import { plainestOf, sourcesOf, srcsetOf } from './image-variants.ts';
import type { ImageInfo } from './model.ts';

export type PictureOptions = {
  alt: string;
  title?: string;
  /** How wide it stands on the page, as the attribute `sizes` takes it. */
  sizes: string;
  /** It is the first thing to be seen: fetched before all else, not when somebody scrolls near it. */
  first: boolean;
};

/**
 * A picture within a text: every format and width that the site has, so that the browser takes the smallest file that
 * is sharp. One that the site has in a single format is an `<img>` alone.
 */
export function pictureHtml(info: ImageInfo, { alt, title, sizes, first }: PictureOptions): string {
  const sources = sourcesOf(info).map((source) => `<source${written({ ...source, sizes })}>`);
  const image = written({
    src: info.url,
    srcset: srcsetOf(info, plainestOf(info)),
    sizes,
    width: info.width,
    height: info.height,
    alt,
    ...(title ? { title } : {}),
    ...(first ? { fetchpriority: 'high' } : { loading: 'lazy' }),
    decoding: 'async',
  });
  return sources.length > 0
    ? `<picture>${sources.join('')}<img${image}></picture>`
    : `<img${image}>`;
}

function written(attributes: Record<string, string | number>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

/** As a value in double quotes (HTML, 13.1.2.3). */
function escaped(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
