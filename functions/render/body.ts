import { textImages } from 'galley:theme';
import { articleHtml, splitSource, type TextOptions } from '../shared/article-text.ts';
import type { ArticleRecord, ImageInfo } from '../shared/model.ts';
import type { Objects } from '../shared/objects.ts';
import { translated } from './theme/translated.ts';

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
  return parts ? articleHtml(parts.body, images, withTheme(options)) : '';
}

/** Answers what `read` would, which is asked when nobody has the HTML of that text already. */
export type Texts = (
  record: ArticleRecord,
  options: TextOptions,
  read: () => Promise<string>,
) => Promise<string>;

/**
 * The text of a record that has a file.
 *
 * @throws when its version is gone for good
 */
export async function textOf(
  { content, texts }: { content: Objects; texts?: Texts },
  record: ArticleRecord,
  options: TextOptions,
): Promise<string> {
  const { key = '', versionId, images = {} } = record;
  const read = async () => {
    const source = await content.get(key, versionId);
    if (!source) throw new Error(`${key} has no version ${versionId} any more`);
    return bodyOf(source.body, images, options);
  };
  return texts ? texts(record, options, read) : read();
}

/** Adds what the theme says of a text: words that are not the author's, in the language of the site, and its measure. */
export function withTheme(options: TextOptions): TextOptions {
  const { language = 'en' } = options;
  const words = {
    notes: translated('Footnotes', language),
    note: translated('Footnote', language),
    back: translated('Back to the text', language),
    heading: translated('Link to this heading', language),
  };
  return { ...options, words, sizes: textImages };
}
