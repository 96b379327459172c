import type { Texts } from '../../functions/render/body.ts';
import type { TextOptions } from '../../functions/shared/article-text.ts';
import type { ImageInfo } from '../../functions/shared/model.ts';

import { TextShelf } from './text-shelf.ts';

type Images = Record<string, ImageInfo | null>;

/** Texts as HTML, from when they are checked until their pages are made; and those of feeds, for their other formats. */
export class KnownTexts {
  readonly #html = new TextShelf();

  keep(id: string, versionId: string, images: Images, options: TextOptions, html: string): void {
    this.#html.put(nameOf(id, versionId, images, options), html);
  }

  /** A text that stands on its own page is asked for once, and one in feeds by all feeds that have the article. */
  readonly find: Texts = async ({ id, versionId = '', images = {} }, options, read) => {
    const name = nameOf(id, versionId, images, options);
    const known = this.#html.get(name);
    if (options.base === undefined) this.#html.delete(name);
    if (known !== undefined) return known;
    const html = await read();
    if (options.base !== undefined) this.#html.put(name, html);
    return html;
  };
}

function nameOf(id: string, versionId: string, images: Images, options: TextOptions): string {
  return `${id} ${versionId} ${JSON.stringify([images, options])}`;
}
