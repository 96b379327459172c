import type { Catalog } from '../shared/catalog.ts';
import { limits, monthPage } from '../shared/layout.ts';
import { type Card, monthOf, type Settings } from '../shared/model.ts';
import type { PageName } from '../shared/pages.ts';
import { isAlwaysThere, listRef } from './list-ref.ts';
import type { View } from './view.ts';

type ListKind = (View & { kind: 'list' })['listKind'];

/** Reads the newest articles of a list, or those of one month; undefined when there is no such list (any more). */
export async function loadList(
  catalog: Catalog,
  { list, month }: PageName & { kind: 'list' },
  settings: Settings,
): Promise<View | undefined> {
  const [listKind = 'home', slug] = list.split('/') as [ListKind?, string?];
  const isFront = listKind === 'home' && !month;
  const [shown, featured] = await Promise.all([
    month
      ? catalog.month(list, month, limits.perMonth)
      : catalog.latest(list, settings.pageSize + 1),
    isFront ? catalog.latest('featured', limits.featured) : undefined,
  ]);
  if (shown.length === 0 && (month || !isAlwaysThere(list, settings))) return undefined;
  const cards = month ? shown : shown.slice(0, settings.pageSize);
  const ref = listRef(list, cards, settings);
  const profile = listKind === 'author' && settings.profiles.find((author) => author.slug === slug);
  return {
    kind: 'list',
    list,
    listKind,
    cards,
    ...(ref ? { ref } : {}),
    ...(profile ? { profile } : {}),
    ...(featured ? { featured } : {}),
    ...(month
      ? { month, ...(await archiveLinks(catalog, list, month)) }
      : older(list, shown[settings.pageSize])),
  };
}

/** From the newest articles, "older" leads to the month in which they end. */
function older(list: string, next: Card | undefined): { older?: string } {
  return next ? { older: monthPage(list, monthOf(next)) } : {};
}

async function archiveLinks(catalog: Catalog, list: string, month: string) {
  const { older, newer } = await catalog.neighbours(list, month);
  return {
    ...(older ? { older: monthPage(list, older) } : {}),
    ...(newer ? { newer: monthPage(list, newer) } : {}),
  };
}
