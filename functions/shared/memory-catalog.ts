import type { Catalog, Neighbours } from './catalog.ts';
import { defaultSettings } from './default-settings.ts';
import { type Entry, entriesOf, placeInList } from './entries.ts';
import {
  type ArticleRecord,
  type Card,
  type ImageRecord,
  monthOf,
  type SettingsRecord,
} from './model.ts';

/** Called after each stored record, as the table's stream would be. */
export type Listener = (change: {
  before?: ArticleRecord | ImageRecord | SettingsRecord;
  after: ArticleRecord | ImageRecord | SettingsRecord;
}) => void;

/** The catalog in memory, for tests, benchmarks and screenshots. */
export class MemoryCatalog implements Catalog {
  readonly #articles = new Map<string, ArticleRecord>();
  readonly #images = new Map<string, ImageRecord>();
  readonly #uses = new Map<string, Set<string>>();
  readonly #lists = new Map<string, Map<string, Entry>>();
  /** Cards of a list in their order, as long as nothing in it changes: sorting is what takes time. */
  readonly #sorted = new Map<string, Card[]>();
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
    for (const entry of entriesOf(before)) this.#list(entry.list).delete(sortKey(entry));
    for (const entry of entriesOf(record)) this.#list(entry.list).set(sortKey(entry), entry);
    for (const { list } of [before, record].flatMap(entriesOf)) this.#sorted.delete(list);
    this.#articles.set(record.id, record);
    this.#changed({ ...(before ? { before } : {}), after: record });
    return true;
  }

  async latest(list: string, limit: number): Promise<Card[]> {
    return this.#newestFirst(list).slice(0, limit);
  }

  async olderThan(list: string, place: string, limit: number): Promise<Card[]> {
    return this.#newestFirst(list)
      .filter((card) => placeInList(card) < place)
      .slice(0, limit);
  }

  async newerThan(list: string, place: string, limit: number): Promise<Card[]> {
    const newer = this.#newestFirst(list).filter((card) => placeInList(card) > place);
    return limit === 0 ? [] : newer.slice(-limit).reverse();
  }

  async months(list: string): Promise<string[]> {
    return [...new Set(this.#newestFirst(list).map(monthOf))];
  }

  async lists(): Promise<string[]> {
    return [...this.#lists.keys()].sort();
  }

  async month(list: string, month: string): Promise<Card[]> {
    return this.#newestFirst(list).filter((card) => card.date.startsWith(month));
  }

  async neighbours(list: string, month: string): Promise<Neighbours> {
    const months = this.#newestFirst(list).map((card) => card.date.slice(0, 7));
    const older = months.find((other) => other < month);
    const newer = months.findLast((other) => other > month);
    return { ...(older ? { older } : {}), ...(newer ? { newer } : {}) };
  }

  async standingPages(): Promise<string[]> {
    return [...this.#list('pages').values()].map((entry) => entry.id).sort();
  }

  async *everyCard(after = ''): AsyncIterable<Card> {
    for (const card of this.#newestFirst('home').toReversed()) {
      if (placeInList(card) > after) yield card;
    }
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

  #list(list: string): Map<string, Entry> {
    const entries = this.#lists.get(list) ?? new Map<string, Entry>();
    this.#lists.set(list, entries);
    return entries;
  }

  #newestFirst(list: string): Card[] {
    const known = this.#sorted.get(list);
    if (known) return known;
    const entries = this.#list(list);
    const keys = [...entries.keys()].sort().reverse();
    const cards = keys.flatMap((key) => entries.get(key)?.card ?? []);
    this.#sorted.set(list, cards);
    return cards;
  }
}

function sortKey(entry: Entry): string {
  return `${entry.date}#${entry.id}`;
}
