import type { Texts } from '../../functions/render/body.ts';
import type { TextOptions } from '../../functions/shared/article-text.ts';
import type { ImageInfo } from '../../functions/shared/model.ts';

type Images = Record<string, ImageInfo | null>;
type Kept = { of: string; html: string };

/** Texts as HTML, from when they are checked until their pages are made; and those of feeds, for their other formats. */
export class KnownTexts {
  readonly #pages = new Map<string, Kept>();
  readonly #feeds = new Map<string, Kept>();

  keep(id: string, versionId: string, images: Images, options: TextOptions, html: string): void {
    this.#pages.set(id, { of: nameOf(versionId, images, options), html: inOnePiece(html) });
  }

  /** A text that stands on its own page is asked for once, and one in feeds by all feeds that have the article. */
  readonly find: Texts = async ({ id, versionId = '', images = {} }, options, read) => {
    const of = nameOf(versionId, images, options);
    const texts = options.base === undefined ? this.#pages : this.#feeds;
    const known = texts.get(id);
    if (options.base === undefined) texts.delete(id);
    if (known?.of === of) return known.html;
    const html = await read();
    if (options.base !== undefined) texts.set(id, { of, html: inOnePiece(html) });
    return html;
  };
}

/** All that decides about the HTML, beside the words of the theme. */
function nameOf(versionId: string, images: Images, { language, leads }: TextOptions): string {
  return `${versionId} ${language} ${leads} ${JSON.stringify(images)}`;
}

const anything = /^/;

/**
 * The same text. V8 keeps a string that was put together as the tree of its pieces, and with them the file that they
 * were cut out of, until a pattern is tried on it.
 */
function inOnePiece(text: string): string {
  anything.test(text);
  return text;
}
