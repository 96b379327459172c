import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Catalog } from '../../../functions/shared/catalog.ts';
import type { ArticleRecord, Card, Ref } from '../../../functions/shared/model.ts';
import { articleRecord } from './records.ts';

/** A catalog and, in it, a corner that nothing else uses: addresses, a section and slugs of its own. */
export class CatalogCorner {
  readonly catalog: Catalog;
  readonly own = randomUUID();
  readonly section = `section/${this.own}`;

  constructor(catalog: Catalog) {
    this.catalog = catalog;
  }

  ref(slug: string): Ref {
    return { slug: `${this.own}-${slug}`, name: slug };
  }

  record(id: string, card: Partial<Card> = {}): ArticleRecord {
    return articleRecord(`${this.own}/${id}`, {
      section: { slug: this.own, name: 'News' },
      ...card,
    });
  }

  /** Saves the next revision of a record after what is stored. */
  async save(next: ArticleRecord): Promise<void> {
    const stored = await this.catalog.article(next.id);
    const revision = (stored?.revision ?? 0) + 1;
    expect(await this.catalog.saveArticle({ ...next, revision }, stored)).toBe(true);
  }

  async takeDown(name: string): Promise<void> {
    const { id, revision, settingsRevision, seen } = this.record(name);
    await this.save({ id, kind: 'article', state: 'absent', revision, settingsRevision, seen });
  }

  /** Stores articles whose names say the month and day of 2026 they are of, for example `1103-wall`. */
  async publish(...names: string[]): Promise<void> {
    for (const name of names) {
      const date = `2026-${name.slice(0, 2)}-${name.slice(2, 4)}T09:00:00+01:00`;
      await this.save(this.record(name, { date }));
    }
  }

  names(cards: Card[]): string[] {
    return cards.map((card) => card.id.slice(this.own.length + 1));
  }

  async latest(list: string, limit = 20): Promise<string[]> {
    return this.names(await this.catalog.latest(list, limit));
  }

  async month(list: string, month: string): Promise<string[]> {
    return this.names(await this.catalog.month(list, month));
  }
}
