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
  /** The nearest ones that are older than a place in the list (`placeInList`), nearest first. */
  olderThan(list: string, place: string, limit: number): Promise<Card[]>;
  /** The nearest ones that are newer, nearest first. */
  newerThan(list: string, place: string, limit: number): Promise<Card[]>;
  /** Those of one month; when there are more than `limit`, the newest. */
  month(list: string, month: string, limit?: number): Promise<Card[]>;
  neighbours(list: string, month: string): Promise<Neighbours>;
  /** Months (`2026-11`) of a list that have articles, newest first. Costs a call for each month and each year. */
  months(list: string): Promise<string[]>;
  /** Sections, tags and authors (`tag/harbour`) that have or once had articles, sorted. */
  lists(): Promise<string[]>;
  /** Ids of the live standing pages. */
  standingPages(): Promise<string[]>;
  /** Names of the preview pages: there are as many as drafts and scheduled articles. */
  previews(): Promise<string[]>;
  /** Every live article, oldest first; only those after `after`, which is a `placeInList` that need not be there. */
  everyCard(after?: string): AsyncIterable<Card>;
  /** Ids of the addresses that lead elsewhere, sorted; only those after `after`, which need not be there. */
  moved(after?: string): AsyncIterable<string>;

  image(key: string): Promise<ImageRecord | undefined>;
  saveImage(record: ImageRecord): Promise<boolean>;
  /**
   * Notes that what stands at an address depends on a subject: an image (by its key, `images/wall.jpg`) or another
   * address (see `subjects`). Must be called before reading the subject's record. Never taken back.
   */
  noteUse(subject: string, id: string): Promise<void>;
  usersOf(subject: string): Promise<string[]>;
}
