import type { ArticleRecord, Card, ImageRecord, SettingsRecord } from './model.ts';

/** Months (`2026-10`) of a list that have articles, next to a given one. */
export type Neighbours = { older?: string; newer?: string };

/**
 * What the site knows about its articles. Derived from the content bucket and the comments table, so it may be
 * deleted and rebuilt. Two implementations, held to one contract test: DynamoDB and memory.
 *
 * All `save…` methods compare and set: they store only if the stored revision is still `record.revision - 1`
 * (0 meaning: nothing stored) and answer whether they did. Lists are sorted newest first.
 */
export interface Catalog {
  settings(): Promise<SettingsRecord>;
  saveSettings(record: SettingsRecord): Promise<boolean>;

  article(id: string): Promise<ArticleRecord | undefined>;
  /** Stores the record and brings its list entries in line, in one transaction. */
  saveArticle(record: ArticleRecord, previous: ArticleRecord | undefined): Promise<boolean>;

  latest(list: string, limit: number): Promise<Card[]>;
  month(list: string, month: string): Promise<Card[]>;
  neighbours(list: string, month: string): Promise<Neighbours>;
  /** Ids of the live standing pages. */
  standingPages(): Promise<string[]>;
  /** Every live article, oldest first; only those after `after`, which is a `placeInList` that need not be there. */
  everyCard(after?: string): AsyncIterable<Card>;

  image(key: string): Promise<ImageRecord | undefined>;
  saveImage(record: ImageRecord): Promise<boolean>;
  /** Notes that an address shows an image. Must be called before reading the image's record. */
  noteImageUse(key: string, id: string): Promise<void>;
  imageUsers(key: string): Promise<string[]>;
}
