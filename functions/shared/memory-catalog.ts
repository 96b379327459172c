import type { Catalog, Neighbours } from './catalog.ts';
import type { CatalogDump } from './catalog-dump.ts';
import { defaultSettings } from './default-settings.ts';
import { type Entry, entriesOf, isNamedList, previewOf } from './entries.ts';
import { catalogKeys } from './layout.ts';
import type { ArticleRecord, Card, ImageRecord, SettingsRecord } from './model.ts';
import { idIn, monthIn, SortedPlaces } from './sorted-places.ts';

/** Called after each stored record, as the table's stream would be. */
export type Listener = (change: {
  before?: ArticleRecord | ImageRecord | SettingsRecord;
  after: ArticleRecord | ImageRecord | SettingsRecord;
}) => void;

/** Sorts after each place in a list, as all of them begin with a year. */
const end = '~';

/** The catalog in memory, for tests, benchmarks, and a site that is built without a stack. */
export class MemoryCatalog implements Catalog {
  readonly #articles = new Map<string, ArticleRecord>();
  readonly #images = new Map<string, ImageRecord>();
  readonly #uses = new Map<string, Set<string>>();
  readonly #lists = new Map<string, SortedPlaces>();
  readonly #saved = new Set<string>();
  readonly #changed: Listener;
  #settings: SettingsRecord = { revision: 0, settings: defaultSettings };
  /** Records of a catalog that was filled, which are read when somebody asks for them. */
  #unread: (id: string) => ArticleRecord | undefined = () => undefined;

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
    return this.#record(id);
  }

  async saveArticle(record: ArticleRecord): Promise<boolean> {
    const before = this.#record(record.id);
    if ((before?.revision ?? 0) !== record.revision - 1) return false;
    const [old, now] = [before, record].map((each) => new Map(entriesOf(each).map(entryOf)));
    for (const [list, place] of old ?? []) {
      if (now?.get(list) !== place) this.#list(list).delete(place);
    }
    for (const [list, place] of now ?? []) {
      if (old?.get(list) !== place) this.#noted(list).add(place);
    }
    this.#articles.set(record.id, record);
    this.#saved.add(record.id);
    this.#changed({ ...(before ? { before } : {}), after: record });
    return true;
  }

  async latest(list: string, limit: number): Promise<Card[]> {
    return this.#cards(this.#list(list).before(end, limit));
  }

  async olderThan(list: string, place: string, limit: number): Promise<Card[]> {
    return this.#cards(this.#list(list).before(place, limit));
  }

  async newerThan(list: string, place: string, limit: number): Promise<Card[]> {
    return this.#cards(this.#list(list).after(place, limit));
  }

  async month(list: string, month: string, limit = Infinity): Promise<Card[]> {
    return this.#cards(this.#list(list).before(`${month}${end}`, limit, month));
  }

  async neighbours(list: string, month: string): Promise<Neighbours> {
    const older = this.#older(list, month);
    const [newer] = this.#list(list).after(`${month}${end}`, 1);
    return { ...(older ? { older } : {}), ...(newer ? { newer: monthIn(newer) } : {}) };
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
    return this.#list('pages').after('', Infinity).map(idIn);
  }

  async previews(): Promise<string[]> {
    const records = [...this.#articles.values()];
    return records.flatMap((record) => previewOf(record) ?? []).sort();
  }

  async *everyCard(after = ''): AsyncIterable<Card> {
    for (const place of this.#list('home').after(after, Infinity)) yield* this.#cards([place]);
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
    const records = [...this.#articles.values()];
    return {
      settings: this.#settings,
      saved: records.filter(({ id }) => this.#saved.has(id)),
      hidden: records.filter(({ state }) => state !== 'live').map(({ id }) => id),
      lists: [...this.#lists].map(([list, places]) => [list, places.after('', Infinity)]),
      images: [...this.#images.values()],
      uses: [...this.#uses].map(([subject, ids]) => [subject, [...ids]]),
    };
  }

  /**
   * Fills an empty catalog. Nobody is told.
   *
   * @param read gives the record of an id, with all that were ever saved
   */
  restore(dump: Omit<CatalogDump, 'saved'>, read: (id: string) => ArticleRecord | undefined): void {
    this.#settings = dump.settings;
    this.#unread = read;
    for (const id of dump.hidden) this.#record(id);
    for (const [list, places] of dump.lists) this.#lists.set(list, new SortedPlaces(places));
    for (const record of dump.images) this.#images.set(record.key, record);
    for (const [subject, ids] of dump.uses) this.#uses.set(subject, new Set(ids));
  }

  #record(id: string): ArticleRecord | undefined {
    const known = this.#articles.get(id);
    if (known) return known;
    const record = this.#unread(id);
    if (record) this.#articles.set(id, record);
    return record;
  }

  #cards(places: string[]): Card[] {
    return places.flatMap((place) => this.#record(idIn(place))?.card ?? []);
  }

  #older(list: string, bound: string): string | undefined {
    const [place] = this.#list(list).before(bound, 1);
    return place && monthIn(place);
  }

  /** Reading makes no list, or `lists` would name those that never had an article. */
  #list(list: string): SortedPlaces {
    return this.#lists.get(list) ?? new SortedPlaces();
  }

  #noted(list: string): SortedPlaces {
    const places = this.#list(list);
    this.#lists.set(list, places);
    return places;
  }
}

function entryOf({ list, date, id }: Entry): [list: string, place: string] {
  return [list, catalogKeys.entry(list, date, id).sk];
}
