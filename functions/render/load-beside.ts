import type { Catalog } from '../shared/catalog.ts';
import { placeInList } from '../shared/entries.ts';
import { limits } from '../shared/layout.ts';
import type { Card } from '../shared/model.ts';
import type { Beside, Brief } from './view.ts';

export type Company = { beside: Record<string, Beside>; related: Brief[] };

/**
 * Reads what stands beside an article: the ones before and after it on the site and in its section, and related stories.
 * Those are older than it, so that a new article leaves the pages of all earlier ones alone but for its neighbour.
 */
export async function loadBeside(catalog: Catalog, card: Card): Promise<Company> {
  const place = placeInList(card);
  const section = card.section && `section/${card.section.slug}`;
  const [home, inSection] = await Promise.all([
    lookBeside(catalog, 'home', place, 1),
    section ? lookBeside(catalog, section, place, limits.related) : undefined,
  ]);
  const related = inSection?.older ?? [];
  return {
    beside: {
      home: besideOf(home),
      ...(section && inSection ? { [section]: besideOf(inSection) } : {}),
    },
    related: (related.length < limits.related
      ? await withTagged(catalog, card, related)
      : related
    ).map(briefOf),
  };
}

type Neighbours = { older: Card[]; newer: Card[] };

async function lookBeside(
  catalog: Catalog,
  list: string,
  place: string,
  most: number,
): Promise<Neighbours> {
  const [older, newer] = await Promise.all([
    catalog.olderThan(list, place, most),
    catalog.newerThan(list, place, 1),
  ]);
  return { older, newer };
}

function besideOf({ older: [older], newer: [newer] }: Neighbours): Beside {
  return {
    ...(older ? { older: briefOf(older) } : {}),
    ...(newer ? { newer: briefOf(newer) } : {}),
  };
}

/** Fills up with the nearest older ones of each tag, the first tag first. */
async function withTagged(catalog: Catalog, card: Card, related: Card[]): Promise<Card[]> {
  const place = placeInList(card);
  const tagged = await Promise.all(
    card.tags.map(({ slug }) => catalog.olderThan(`tag/${slug}`, place, limits.related)),
  );
  const each = new Map([...related, ...tagged.flat()].map((one) => [one.id, one]));
  return [...each.values()].slice(0, limits.related);
}

function briefOf(card: Card): Brief {
  return card.replyCount === 0 ? (card as Brief) : { ...card, replyCount: 0 };
}
