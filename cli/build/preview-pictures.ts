import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Encoder } from '../../functions/images/encoder.ts';
import { originalOf } from '../../functions/plan/site-keys.ts';
import type { Catalog } from '../../functions/shared/catalog.ts';
import {
  imageTypes,
  type Variant,
  variantsOf,
  variantUrl,
} from '../../functions/shared/image-variants.ts';
import { MemoryObjects } from '../../functions/shared/memory-objects.ts';
import type { ImageInfo } from '../../functions/shared/model.ts';
import { sharedArticle, sharePicture } from '../../functions/shared/share-picture.ts';
import { lazyStudio } from './desk.ts';
import type { PictureStore } from './picture-store.ts';
import type { Answer } from './preview-site.ts';

const nothing = new Uint8Array();

/**
 * Pictures that are made when a browser asks for them. The images step is told that they are there: whoever opens a
 * folder of photographs must not wait until each of them is there in every width and format.
 */
export class PreviewPictures {
  readonly #store: PictureStore;
  readonly #folder: string;
  readonly #catalog: () => Catalog;

  constructor(store: PictureStore, folder: string, catalog: () => Catalog) {
    this.#store = store;
    this.#folder = folder;
    this.#catalog = catalog;
  }

  /** What the images step is given. */
  readonly parts = {
    site: new MemoryObjects(),
    drawShare: async () => nothing,
    encoder: {
      ...lazyStudio.encoder,
      async *variants(_bytes, _info, wanted) {
        for (const variant of wanted) yield { variant, body: nothing };
      },
    } satisfies Encoder,
  };

  async answer(key: string): Promise<Answer | undefined> {
    const original = originalOf(key);
    const article = sharedArticle(key);
    if (article) return this.#share(key, article);
    return original ? this.#variant(key, original) : undefined;
  }

  async #share(key: string, id: string): Promise<Answer | undefined> {
    const record = await this.#catalog().article(id);
    const { settings } = await this.#catalog().settings();
    const picture = record?.card && sharePicture(record.card, settings);
    if (picture?.url !== `/${key}`) return undefined;
    const body = await this.#kept(key, () => lazyStudio.drawShare(picture.words));
    return body && { type: 'image/png', body };
  }

  async #variant(key: string, original: string): Promise<Answer | undefined> {
    const info = (await this.#catalog().image(original))?.info;
    const variant = info && variantsOf(info).find((each) => variantUrl(info, each) === `/${key}`);
    if (!info || !variant) return undefined;
    const bytes = () => readFileSync(join(this.#folder, original));
    const body = await this.#kept(key, () => made(bytes(), info, variant));
    return body && { type: imageTypes[variant.format], body };
  }

  async #kept(key: string, make: () => Promise<Uint8Array | undefined>) {
    const kept = await this.#store.get(key);
    if (kept) return kept.body;
    const body = await make();
    if (body) await this.#store.put(key, { body, contentType: '' });
    return body;
  }
}

async function made(bytes: Uint8Array, info: ImageInfo, variant: Variant) {
  for await (const { body } of lazyStudio.encoder.variants(bytes, info, [variant])) return body;
  return undefined;
}
