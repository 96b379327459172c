import type { ImageInfo } from '../../../functions/shared/model.ts';

/** A picture of which the site has one width in every format. */
export function imageInfo(url: string, width = 800, height = 600): ImageInfo {
  return { url, width, height, widths: [width], formats: ['avif', 'webp', 'jpg'] };
}
