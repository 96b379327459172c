import { isDeepStrictEqual } from 'node:util';
import type { Catalog } from '../shared/catalog.ts';
import type { ImagesMessage } from '../shared/images-messages.ts';
import { feedFormats, feedPage, latestPage } from '../shared/layout.ts';
import type { Recheck, RenderMessage, TimersMessage } from '../shared/messages.ts';
import {
  type ArticleRecord,
  addressOf,
  type ImageRecord,
  type Reply,
  type Settings,
  type SettingsRecord,
} from '../shared/model.ts';
import { touchedInLists } from './lists.ts';
import { changedSubjects, formerAddresses, pagesThatName, pagesWithReplies } from './moves.ts';
import { articleChanged, nothing, replyChanged, type Touched } from './rules.ts';
import { sharesTouched } from './shares.ts';
import { previewPages, timersGone } from './time.ts';

/** One record of a table's stream, parsed. */
export type Change =
  | { kind: 'article'; before?: ArticleRecord; after?: ArticleRecord }
  | { kind: 'image'; before?: ImageRecord; after?: ImageRecord }
  | { kind: 'settings'; before?: SettingsRecord; after?: SettingsRecord }
  | { kind: 'reply'; before?: Reply; after?: Reply };

export type RouteParts = {
  catalog: Catalog;
  toRender: (messages: RenderMessage[]) => Promise<void>;
  toIngest: (messages: Recheck[]) => Promise<void>;
  toTimers: (messages: TimersMessage[]) => Promise<void>;
  toImages: (messages: ImagesMessage[]) => Promise<void>;
};

/** Records changed: name the pages that show them. Pages named several times in a batch are rendered once. */
export async function route(parts: RouteParts, changes: Change[]): Promise<void> {
  const pages = new Map<string, boolean>();
  const recheck = new Set<string>();
  const timers: TimersMessage[] = [];
  const shares = new Map<string, ImagesMessage>();
  const settingsOf = once(async () => (await parts.catalog.settings()).settings);
  for (const change of changes) {
    for (const each of isQuiet(change) ? [] : sharesTouched(change)) {
      shares.set(JSON.stringify(each), each);
    }
    if (change.kind === 'article') timers.push(...timersGone(change.before, change.after));
    for (const touched of await touchedBy(parts, change, settingsOf)) {
      for (const page of isQuiet(change) ? [] : touched.pages) {
        pages.set(page, touched.purge || (pages.get(page) ?? false));
      }
      for (const id of touched.recheck) recheck.add(id);
    }
  }
  await parts.toTimers(timers);
  await parts.toImages([...shares.values()]);
  await parts.toIngest([...recheck].map((id) => ({ id })));
  await parts.toRender([...pages].map(([page, purge]) => (purge ? { page, purge } : { page })));
}

/** Settings that change meanwhile are told of themselves, so that a batch may go by those that it found. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | undefined;
  return () => {
    found ??= read();
    return found;
  };
}

async function touchedBy(
  parts: RouteParts,
  change: Change,
  settingsOf: () => Promise<Settings>,
): Promise<Touched[]> {
  const { catalog } = parts;
  switch (change.kind) {
    case 'article': {
      const { before, after } = change;
      const elsewhere = await touchedElsewhere(catalog, change);
      if (isQuiet(change)) return elsewhere;
      return [
        articleChanged(before, after),
        { ...nothing, pages: previewPages(before, after) },
        ...(await touchedInLists(catalog, change, settingsOf)),
        ...elsewhere,
      ];
    }
    case 'image': {
      const key = (change.after ?? change.before)?.key ?? '';
      return [{ ...nothing, recheck: await catalog.usersOf(key) }];
    }
    case 'settings':
      if (!isQuiet(change) && !isDeepStrictEqual(change.before?.settings, change.after?.settings)) {
        await renderEverything(parts, change.before?.settings, change.after?.settings);
      }
      return [];
    case 'reply': {
      const touched = replyChanged(change.before, change.after);
      const [id] = touched.recheck;
      const { redirect } = (id && (await catalog.article(id))) || {};
      if (!redirect?.replies) return [touched];
      // It is shown where the article is now.
      const { to } = redirect;
      return [touched, { ...touched, pages: [addressOf(to)], recheck: [to] }];
    }
  }
}

/** What a changed record means for other addresses: former ones, those that lead here, and those whose replies moved. */
async function touchedElsewhere(
  catalog: Catalog,
  { before, after }: Change & { kind: 'article' },
): Promise<Touched[]> {
  const users = await Promise.all(
    changedSubjects(before, after).map((subject) => catalog.usersOf(subject)),
  );
  const recheck = [...formerAddresses(before, after), ...users.flat()];
  const { lost, won } = pagesWithReplies(before, after);
  const pages = [...pagesThatName(before, after), ...won];
  return [
    { pages, purge: false, recheck },
    { pages: lost, purge: true, recheck: [] },
  ];
}

/** A rebuild made the record out of nothing, so that nothing can have to disappear, and will render every page. */
function isQuiet({ before, after }: Change): boolean {
  return before === undefined && after !== undefined && 'quiet' in after;
}

/** Settings show on every page. What they no longer name must vanish: empty sections, and feeds that were turned off. */
async function renderEverything(
  { catalog, toRender }: RouteParts,
  before: Settings | undefined,
  after: Settings | undefined,
): Promise<void> {
  const known = new Set(sectionsOf(after));
  const sections = sectionsOf(before);
  const off = (before?.feeds ?? []).filter((format) => !after?.feeds.includes(format));
  const lists = off.length > 0 ? ['home', ...sections, ...(await catalog.lists())] : [];
  const pages = [
    ...sections
      .filter((list) => !known.has(list))
      .flatMap((list) => [
        latestPage(list),
        ...feedFormats.map((format) => feedPage(list, format)),
      ]),
    ...lists.flatMap((list) => off.map((format) => feedPage(list, format))),
  ];
  await toRender([...new Set(pages)].map((page) => ({ page })));
  await toRender([{ everyPageAfter: '' }]);
}

function sectionsOf(settings: Settings | undefined): string[] {
  return (settings?.sections ?? []).map(({ slug }) => `section/${slug}`);
}
