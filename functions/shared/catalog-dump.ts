import type { ArticleRecord, ImageRecord, SettingsRecord } from './model.ts';

/** All that a catalog knows, as JSON can hold it. Whoever keeps it keeps the records apart, by id. */
export type CatalogDump = {
  settings: SettingsRecord;
  /** Records that were saved since the catalog was filled. */
  saved: ArticleRecord[];
  /** Ids of all records that are not live. */
  hidden: string[];
  /** The places of each list in their order. Lists that are empty by now are among them. */
  lists: [list: string, places: string[]][];
  images: ImageRecord[];
  uses: [subject: string, ids: string[]][];
};
