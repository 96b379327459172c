import { urlAt, type Variant } from '../../../shared/image-variants.ts';
import { unwrapped } from '../handlebars.ts';
import { type Context, isOn, unpack } from '../helper.ts';

/**
 * `{{img_url feature_image size="l" format="webp" absolute="true"}}`: the address of an image; nothing when there is
 * none. A size is one of the theme's `image_sizes` that has a width; an image that is narrower stays as it is.
 */
export function imgUrl(...called: unknown[]): string {
  const { args, options } = unpack(called);
  const { hash, data } = options;
  const image = args.length > 0 ? unwrapped(args[0]) : undefined;
  if (typeof image !== 'string') return '';
  const url = urlAt(image, { ...widthOf(hash.size, data.config), ...formatOf(hash.format) });
  return isOn(hash.absolute) && isPath(url) ? `${data.galley.site.url}${url}` : url;
}

function widthOf(size: unknown, { image_sizes: sizes = {} }: Context): { width?: number } {
  const known = sizes as Record<string, { width?: number }>;
  const { width = 0 } = Object.hasOwn(known, String(size)) ? (known[String(size)] ?? {}) : {};
  return width >= 1 ? { width: Math.round(width) } : {};
}

function formatOf(format: unknown): Pick<Partial<Variant>, 'format'> {
  if (format === 'jpeg') return { format: 'jpg' };
  return format === 'avif' || format === 'webp' || format === 'jpg' ? { format } : {};
}

/** `//cdn.example/a.jpg` is another site's. */
function isPath(address: string): boolean {
  return address.startsWith('/') && !address.startsWith('//');
}
