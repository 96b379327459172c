import { articleHtml, splitSource, type TextOptions } from '../shared/article-text.ts';
import type { ImageInfo } from '../shared/model.ts';

/**
 * The text of an article's file as safe HTML, without its front matter.
 *
 * @param source bytes that passed ingest's check, so they are UTF-8 and begin with front matter
 * @param images the images it shows, by key; one that is null is left out
 */
export function bodyOf(
  source: Uint8Array,
  images: Record<string, ImageInfo | null>,
  options: TextOptions = {},
): string {
  const parts = splitSource(new TextDecoder().decode(source));
  return parts ? articleHtml(parts.body, images, options) : '';
}
