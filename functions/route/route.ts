import { isDeepStrictEqual } from 'node:util';
import type { Catalog } from '../shared/catalog.ts';
import { latestPage, monthPage } from '../shared/layout.ts';
import type { Recheck, RenderMessage } from '../shared/messages.ts';
import type {
  ArticleRecord,
  ImageRecord,
  Reply,
  Settings,
  SettingsRecord,
} from '../shared/model.ts';
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
    const touched = await touchedBy(parts, change);
    for (const page of isQuiet(change) ? [] : touched.pages) {
      pages.set(page, touched.purge || (pages.get(page) ?? false));
    }
    for (const id of touched.recheck) recheck.add(id);
  }
  await parts.toIngest([...recheck].map((id) => ({ id })));
  await parts.toRender([...pages].map(([page, purge]) => (purge ? { page, purge } : { page })));
}

async function touchedBy({ catalog, toRender }: RouteParts, change: Change): Promise<Touched> {
  switch (change.kind) {
    case 'article': {
      const touched = articleChanged(change.before, change.after);
      if (isQuiet(change)) return touched;
      return { ...touched, pages: [...touched.pages, ...(await neighbours(catalog, change))] };
    }
    case 'image': {
      const key = (change.after ?? change.before)?.key ?? '';
      return { pages: [], purge: false, recheck: await catalog.usersOf(key) };
    }
    case 'settings':
      if (!isQuiet(change) && !isDeepStrictEqual(change.before?.settings, change.after?.settings)) {
        await renderEverything(toRender, change.before?.settings);
      }
      return nothing;
    case 'reply':
      return replyChanged(change.before, change.after);
  }
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
