import { isDeepStrictEqual } from 'node:util';
import type { Catalog } from '../shared/catalog.ts';
import { latestPage, monthPage } from '../shared/layout.ts';
import type { Recheck, RenderMessage } from '../shared/messages.ts';
import {
  type ArticleRecord,
  addressOf,
  type ImageRecord,
  type Reply,
  type Settings,
  type SettingsRecord,
} from '../shared/model.ts';
import { changedSubjects, formerAddresses, pagesThatName, pagesWithReplies } from './moves.ts';
import { articleChanged, movedMonths, nothing, replyChanged, type Touched } from './rules.ts';

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
};

/** Records changed: name the pages that show them. Pages named several times in a batch are rendered once. */
export async function route(parts: RouteParts, changes: Change[]): Promise<void> {
  const pages = new Map<string, boolean>();
  const recheck = new Set<string>();
  for (const change of changes) {
    for (const touched of await touchedBy(parts, change)) {
      for (const page of isQuiet(change) ? [] : touched.pages) {
        pages.set(page, touched.purge || (pages.get(page) ?? false));
      }
      for (const id of touched.recheck) recheck.add(id);
    }
  }
  await parts.toIngest([...recheck].map((id) => ({ id })));
  await parts.toRender([...pages].map(([page, purge]) => (purge ? { page, purge } : { page })));
}

async function touchedBy({ catalog, toRender }: RouteParts, change: Change): Promise<Touched[]> {
  switch (change.kind) {
    case 'article': {
      const touched = articleChanged(change.before, change.after);
      const elsewhere = await touchedElsewhere(catalog, change);
      if (isQuiet(change)) return [touched, ...elsewhere];
      const pages = [...touched.pages, ...(await neighbours(catalog, change))];
      return [{ ...touched, pages }, ...elsewhere];
    }
    case 'image': {
      const key = (change.after ?? change.before)?.key ?? '';
      return [{ ...nothing, recheck: await catalog.usersOf(key) }];
    }
    case 'settings':
      if (!isQuiet(change) && !isDeepStrictEqual(change.before?.settings, change.after?.settings)) {
        await renderEverything(toRender, change.before?.settings);
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

/** Settings show on every page. Sections that are gone are named too, so that an empty one loses its page. */
async function renderEverything(
  toRender: RouteParts['toRender'],
  before: Settings | undefined,
): Promise<void> {
  const sections = before?.sections ?? [];
  await toRender([
    ...sections.map(({ slug }) => ({ page: latestPage(`section/${slug}`) })),
    { everyPageAfter: '' },
  ]);
}

/** The archive pages next to a month that appeared or vanished: their links to older and newer change. */
async function neighbours(catalog: Catalog, change: Change & { kind: 'article' }) {
  const found = await Promise.all(
    movedMonths(change.before, change.after).map(async ({ list, month }) => {
      const { older, newer } = await catalog.neighbours(list, month);
      return [older, newer].flatMap((other) => (other ? monthPage(list, other) : []));
    }),
  );
  return found.flat();
}
