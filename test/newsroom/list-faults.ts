import { type Card, monthOf } from '../../functions/shared/model.ts';
import { at, but, type Fault, forgets } from './bending.ts';
import type { Bend } from './parts.ts';

const feeds = /(feed\.xml|atom\.xml|feed\.json)$/;

/** Somebody else stands there, whose page is not there. */
function nobody(card: Card): Card {
  return { ...card, id: 'nobody' };
}

function seesNewer(change: (cards: Card[], limit: number) => Card[]): Bend {
  return at('route', ({ catalog }) => ({
    catalog: but(catalog, {
      async newerThan(list, place, limit) {
        return change(await catalog.newerThan(list, place, limit), limit);
      },
    }),
  }));
}

/** Lists are whole only where each of these holds. */
export const listFaults: Record<string, Fault> = {
  'route forgets the article before one': {
    shows: 'in papers',
    bend: at('route', ({ catalog }) => ({
      catalog: but(catalog, {
        async olderThan(list, place, limit) {
          return (await catalog.olderThan(list, place, limit)).map(nobody);
        },
      }),
    })),
  },
  'route forgets the article after one': {
    shows: 'in papers',
    bend: seesNewer((cards) => cards.map((card, nth) => (nth === 0 ? nobody(card) : card))),
  },
  'route forgets the articles that one is related to': {
    shows: 'in papers',
    bend: seesNewer((cards) => cards.map((card, nth) => (nth === 0 ? card : nobody(card)))),
  },
  'route takes no other than the newest article for one of the newest': {
    shows: 'in papers',
    bend: seesNewer((cards, limit) => {
      const [card] = cards;
      return card ? [...cards, ...Array<Card>(limit).fill(nobody(card))] : [];
    }),
  },
  'route leaves featured articles alone that are none of the newest': {
    shows: 'in papers',
    bend: at('route', ({ toRender }) => ({
      async toRender(messages) {
        const pages = messages.map((one) => ('page' in one ? one.page : ''));
        const isNewest = pages.includes('section/news/') || pages.some((page) => feeds.test(page));
        await toRender(messages.filter((one) => isNewest || !('page' in one) || one.page !== ''));
      },
    })),
  },
  'route takes a month with two new articles for an old one': {
    shows: 'in papers',
    bend: at('route', ({ catalog }) => ({
      catalog: but(catalog, {
        async olderThan(list, place, limit) {
          const older = await catalog.olderThan(list, place, limit);
          const [newer] = await catalog.newerThan(list, place, 1);
          const month = place.slice(0, 7);
          const isNew = !older[0] || monthOf(older[0]) !== month;
          return isNew && newer && monthOf(newer) === month ? [newer] : older;
        },
      }),
    })),
  },
  'route forgets the archive': { shows: 'in papers', bend: forgets(/^archive\/$/) },
  'route forgets the feeds of lists': {
    shows: 'in papers',
    bend: forgets(new RegExp(`/${feeds.source}`)),
  },
  'route forgets the feeds that were turned off': {
    shows: 'in papers',
    bend: at('route', ({ catalog }) => ({ catalog: but(catalog, { lists: async () => [] }) })),
  },
  'route forgets the feeds of sections that are gone': {
    shows: 'in papers',
    bend: at('route', ({ toRender }, { changes }) => ({
      async toRender(messages) {
        const isSettings = changes.some(({ kind }) => kind === 'settings');
        const isFeed = (page: string) => page.startsWith('section/') && feeds.test(page);
        await toRender(
          messages.filter((one) => !(isSettings && 'page' in one && isFeed(one.page))),
        );
      },
    })),
  },
  'route forgets the sitemap of the month': {
    shows: 'in papers',
    bend: forgets(/^sitemap-\d{4}-\d{2}\.xml$/),
  },
  'route forgets the news sitemap': { shows: 'in papers', bend: forgets(/^sitemap-news\.xml$/) },
  'route forgets the sitemap of lists': {
    shows: 'in papers',
    bend: forgets(/^sitemap-lists\.xml$/),
  },
  'route forgets which sitemaps there are': { shows: 'in papers', bend: forgets(/^sitemap\.xml$/) },
};
