import type { Catalog, Neighbours } from './catalog.ts';
import { defaultSettings } from './default-settings.ts';
import { type Entry, entriesOf, isNamedList, previewOf } from './entries.ts';
import { catalogKeys } from './layout.ts';
import {
  type ArticleRecord,
  type Card,
  type ImageRecord,
  monthOf,
  type SettingsRecord,
} from './model.ts';
import { SortedCards } from './sorted-cards.ts';

/** Called after each stored record, as the table's stream would be. */
export type Listener = (change: {
  before?: ArticleRecord | ImageRecord | SettingsRecord;
  after: ArticleRecord | ImageRecord | SettingsRecord;
}) => void;

/** All that a catalog knows, as JSON can hold it. */
export type CatalogDump = {
  settings: SettingsRecord;
  articles: ArticleRecord[];
  /** Those that are empty by now among them. */
  lists: string[];
  images: ImageRecord[];
  uses: [subject: string, ids: string[]][];
};

/** Sorts after each place in a list, as all of them begin with a year. */
const end = '~';

/** The catalog in memory, for tests, benchmarks, and a site that is built without a stack. */
export class MemoryCatalog implements Catalog {
  readonly #articles = new Map<string, ArticleRecord>();
  readonly #images = new Map<string, ImageRecord>();
  readonly #uses = new Map<string, Set<string>>();
  readonly #lists = new Map<string, SortedCards>();
  readonly #changed: Listener;
  #settings: SettingsRecord = { revision: 0, settings: defaultSettings };

  constructor(changed: Listener = () => {}) {
    this.#changed = changed;
  }

  async settings() {
    return this.#settings;
  }

  async saveSettings(record: SettingsRecord): Promise<boolean> {
    const before = this.#settings;
    if (before.revision !== record.revision - 1) return false;
    this.#settings = record;
    this.#changed({ ...(before.revision > 0 ? { before } : {}), after: record });
    return true;
  }

  async article(id: string) {
    return this.#articles.get(id);
  }

  async saveArticle(record: ArticleRecord): Promise<boolean> {
    const before = this.#articles.get(record.id);
    if ((before?.revision ?? 0) !== record.revision - 1) return false;
    for (const entry of entriesOf(before)) this.#list(entry.list).delete(placeOf(entry));
    for (const entry of entriesOf(record)) this.#noted(entry.list).set(placeOf(entry), entry.card);
    this.#articles.set(record.id, record);
    this.#changed({ ...(before ? { before } : {}), after: record });
    return true;
  }

  async latest(list: string, limit: number): Promise<Card[]> {
    return this.#list(list).before(end, limit);
  }

  async olderThan(list: string, place: string, limit: number): Promise<Card[]> {
    return this.#list(list).before(place, limit);
  }

  async newerThan(list: string, place: string, limit: number): Promise<Card[]> {
    return this.#list(list).after(place, limit);
  }

  async month(list: string, month: string, limit = Infinity): Promise<Card[]> {
    return this.#list(list).before(`${month}${end}`, limit, month);
  }

  async neighbours(list: string, month: string): Promise<Neighbours> {
    const older = this.#older(list, month);
    const [newer] = this.#list(list).after(`${month}${end}`, 1);
    return { ...(older ? { older } : {}), ...(newer ? { newer: monthOf(newer) } : {}) };
  }

  async months(list: string): Promise<string[]> {
    const months: string[] = [];
    for (let next = this.#older(list, end); next; next = this.#older(list, next)) months.push(next);
    return months;
  }

  async lists(): Promise<string[]> {
    return [...this.#lists.keys()].filter(isNamedList).sort();
  }

  async standingPages(): Promise<string[]> {
    return this.#list('pages')
      .after('', Infinity)
      .map((card) => card.id);
  }

  async previews(): Promise<string[]> {
    const records = [...this.#articles.values()];
    return records.flatMap((record) => previewOf(record) ?? []).sort();
  }

  async *everyCard(after = ''): AsyncIterable<Card> {
    yield* this.#list('home').after(after, Infinity);
  }

  async *moved(after = ''): AsyncIterable<string> {
    const records = [...this.#articles.values()].filter((record) => record.state === 'moved');
    yield* records
      .map((record) => record.id)
      .filter((id) => id > after)
      .sort();
  }

  async image(key: string) {
    return this.#images.get(key);
  }

  async saveImage(record: ImageRecord): Promise<boolean> {
    const before = this.#images.get(record.key);
    if ((before?.revision ?? 0) !== record.revision - 1) return false;
    this.#images.set(record.key, record);
    this.#changed({ ...(before ? { before } : {}), after: record });
    return true;
  }

  async noteUse(subject: string, id: string): Promise<void> {
    this.#uses.set(subject, (this.#uses.get(subject) ?? new Set()).add(id));
  }

  async usersOf(subject: string): Promise<string[]> {
    return [...(this.#uses.get(subject) ?? [])].sort();
  }

  /** For another process, or another thread. */
  dump(): CatalogDump {
    return {
      settings: this.#settings,
      articles: [...this.#articles.values()],
      lists: [...this.#lists.keys()],
      images: [...this.#images.values()],
      uses: [...this.#uses].map(([subject, ids]) => [subject, [...ids]]),
    };
  }

  /** Fills an empty catalog. Nobody is told. */
  restore({ settings, articles, lists, images, uses }: CatalogDump): void {
    this.#settings = settings;
    for (const list of lists) this.#noted(list);
    for (const record of articles) {
      this.#articles.set(record.id, record);
      for (const entry of entriesOf(record)) {
        this.#noted(entry.list).set(placeOf(entry), entry.card);
      }
    }
    for (const record of images) this.#images.set(record.key, record);
    for (const [subject, ids] of uses) this.#uses.set(subject, new Set(ids));
  }

  #older(list: string, bound: string): string | undefined {
    const [card] = this.#list(list).before(bound, 1);
    return card && monthOf(card);
  }

  /** Reading makes no list, or `lists` would name those that never had an article. */
  #list(list: string): SortedCards {
    return this.#lists.get(list) ?? new SortedCards();
  }

  #noted(list: string): SortedCards {
    const cards = this.#list(list);
    this.#lists.set(list, cards);
    return cards;
  }
}

function placeOf({ list, date, id }: Entry): string {
  return catalogKeys.entry(list, date, id).sk;
}
