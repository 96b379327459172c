import { config } from 'galley:theme';
import { join } from 'node:path';
import { widthsOf } from '../../functions/images/original.ts';
import type { Report } from '../../functions/ingest/report.ts';
import { type PageSources, renderPage } from '../../functions/render/page.ts';
import { content as layout, previewPage } from '../../functions/shared/layout.ts';
import { exportedReplies } from './exported-replies.ts';
import { findFiles, LocalContent, statFile } from './local-content.ts';
import { PictureStore } from './picture-store.ts';
import { Pipeline } from './pipeline.ts';
import { PreviewPictures } from './preview-pictures.ts';

export type PreviewOptions = {
  content: string;
  /** Where pictures are kept that were made once. */
  cache: string;
  siteUrl: string;
};

/** What a request is answered with. */
export type Answer = { type: string; body: string | Uint8Array };

/** A page that is not live, and why. */
export type Hidden = { id: string; title: string; state: string; wakes?: string; path: string };

/** The site of a content folder in memory. Pages are made when somebody asks for them. */
export class PreviewSite {
  readonly #options: PreviewOptions;
  readonly #content: LocalContent;
  readonly #pictures: PreviewPictures;
  readonly #pipeline: Pipeline;
  readonly #sources: PageSources;

  private constructor(options: PreviewOptions) {
    const { content: folder, cache, siteUrl } = options;
    const comments = exportedReplies(new Map());
    this.#options = options;
    this.#content = new LocalContent(folder, findFiles(folder));
    const store = new PictureStore(join(cache, 'pictures'));
    this.#pictures = new PreviewPictures(store, folder, () => this.#pipeline.catalog);
    this.#pipeline = new Pipeline({
      content: this.#content,
      comments,
      now: () => new Date(),
      siteUrl,
      ...this.#pictures.parts,
      widths: widthsOf(config.image_sizes),
    });
    this.#sources = { catalog: this.#pipeline.catalog, content: this.#content, comments, siteUrl };
  }

  static async open(options: PreviewOptions): Promise<PreviewSite> {
    const site = new PreviewSite(options);
    const keys: string[] = [];
    for await (const key of site.#content.keys('')) keys.push(key);
    const rank = (key: string) =>
      [layout.images, layout.settings, layout.authors].findIndex((each) => key.startsWith(each));
    // Pictures, then settings, then whatever depends on both.
    const ordered = keys.sort((a, b) => ((rank(a) + 4) % 4) - ((rank(b) + 4) % 4));
    await site.#pipeline.settle([{ key: layout.settings }, ...ordered.map((key) => ({ key }))]);
    return site;
  }

  /** Files were written or removed. */
  async bring(keys: string[]): Promise<void> {
    for (const key of keys) this.#content.set(key, statFile(join(this.#options.content, key)));
    await this.#pipeline.settle(keys.map((key) => ({ key })));
  }

  /** @param path as a browser asks for it, `/2026/11/wall/` */
  async answer(path: string): Promise<Answer | undefined> {
    const name = path.replace(/^\//, '');
    if (name.startsWith(layout.images)) return this.#pictures.answer(name);
    const object = await renderPage(this.#sources, name);
    return object && { type: object.contentType, body: object.body };
  }

  async notFound(): Promise<Answer> {
    return (await this.answer('/404.html')) ?? { type: 'text/plain', body: 'Not found' };
  }

  reports(): Report[] {
    return this.#content.reports();
  }

  /** Drafts and scheduled articles, by their addresses. */
  async hidden(): Promise<Hidden[]> {
    const { catalog } = this.#pipeline;
    const { hidden } = catalog.dump();
    const records = await Promise.all(hidden.sort().map((id) => catalog.article(id)));
    return records.flatMap((record) => {
      if (!record?.preview || !record.card) return [];
      const { id, state, wakes, preview } = record;
      const path = `/${previewPage(id, preview)}`;
      return [{ id, title: record.card.title, state, path, ...(wakes ? { wakes } : {}) }];
    });
  }
}
