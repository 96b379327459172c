import { feedPage, latestPage } from '../../shared/layout.ts';
import { addressOf, type Card, type FeedFormat } from '../../shared/model.ts';
import { textOf } from '../body.ts';
import { isAlwaysThere, listRef } from '../list-ref.ts';
import type { Sources } from '../load-view.ts';
import type { SiteView } from '../view.ts';
import type { Feed, FeedItem } from './feed.ts';

/**
 * Reads the newest articles of a list with their whole texts; undefined when there is no such list (any more). The
 * reads are those of one page of cards, however large the archive is.
 */
export async function loadFeed(
  sources: Sources,
  list: string,
  format: FeedFormat,
  site: SiteView,
): Promise<Feed | undefined> {
  const { settings, url } = site;
  const cards = await sources.catalog.latest(list, settings.pageSize);
  const ref = listRef(list, cards, settings);
  if (cards.length === 0 && !isAlwaysThere(list, settings)) return undefined;
  const items = await Promise.all(cards.map((card) => loadItem(sources, card, site)));
  return {
    title: ref ? `${ref.name} – ${settings.title}` : settings.title,
    // RSS wants a description even of a site that has none.
    description: (ref ? ref.description : settings.description) || ref?.name || settings.title,
    language: settings.language,
    pageUrl: `${url}/${latestPage(list)}`,
    feedUrl: `${url}/${feedPage(list, format)}`,
    publisher: settings.title,
    ...(settings.logo ? { icon: url + settings.logo.url } : {}),
    items: items.filter((item) => item !== undefined),
  };
}

/** An article that went between the reading of the list and its own is left out; its going names this feed again. */
async function loadItem(
  sources: Sources,
  card: Card,
  { settings, url }: SiteView,
): Promise<FeedItem | undefined> {
  const record = await sources.catalog.article(card.id);
  if (record?.state !== 'live' || !record.key) return undefined;
  const address = `${url}/${addressOf(card.id)}`;
  const { section, tags, hero } = card;
  return {
    url: address,
    title: card.title,
    authors: card.authors.map(({ slug, name }) => ({ name, url: `${url}/author/${slug}/` })),
    categories: [...(section ? [section] : []), ...tags].map(({ name }) => name),
    date: card.date,
    updated: card.updated ?? card.date,
    summary: card.description ?? card.excerpt,
    html: await textOf(sources, record, { language: settings.language, base: address }),
    corrections: record.corrections ?? [],
    ...(hero ? { image: { ...hero, url: url + hero.url } } : {}),
    replyCount: card.replyCount,
  };
}
