import { unwrapped } from '../handlebars.ts';
import { isOn, unpack } from '../helper.ts';

/**
 * `{{img_url feature_image size="l" absolute="true"}}`: the address of an image; nothing when there is none. All
 * sizes and formats lead to the one copy that the site serves.
 */
export function imgUrl(...called: unknown[]): string {
  const { args, options } = unpack(called);
  const { hash, data } = options;
  const image = args.length > 0 ? unwrapped(args[0]) : undefined;
  if (typeof image !== 'string') return '';
  return isOn(hash.absolute) && isPath(image) ? `${data.galley.site.url}${image}` : image;
}

/** `//cdn.example/a.jpg` is another site's. */
function isPath(address: string): boolean {
  return address.startsWith('/') && !address.startsWith('//');
}
