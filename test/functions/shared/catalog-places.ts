import { beforeEach, describe, expect, it } from 'vitest';
import { placeInList } from '../../../functions/shared/entries.ts';
import type { Card } from '../../../functions/shared/model.ts';
import type { CatalogCorner } from './catalog-corner.ts';

/** The part of the catalog's contract that is about what stands beside a place in a list, and which lists there are. */
export function placeFacts(here: () => CatalogCorner): void {
  /** Where an article stands, whether it is there or not. */
  const place = (name: string, date: string) =>
    placeInList(here().record(name, { date }).card as Card);
  const older = async (from: string, limit: number) =>
    here().names(await here().catalog.olderThan(here().section, from, limit));
  const newer = async (from: string, limit: number) =>
    here().names(await here().catalog.newerThan(here().section, from, limit));

  describe('a place in a list', () => {
    it('has nothing beside it where nothing is', async () => {
      const wall = place('wall', '2026-11-03T09:00:00+01:00');
      expect([await older(wall, 3), await newer(wall, 3)]).toEqual([[], []]);
    });

    it('has older and newer ones beside it, nearest first, and not itself', async () => {
      await here().publish('0901-a', '1001-b', '1103-c', '1103-d', '1104-e', '1224-f');
      const c = place('1103-c', '2026-11-03T09:00:00+01:00');
      expect(await older(c, 9)).toEqual(['1001-b', '0901-a']);
      expect(await newer(c, 9)).toEqual(['1103-d', '1104-e', '1224-f']);
    });

    it('has as many beside it as are asked for', async () => {
      await here().publish('0901-a', '1001-b', '1103-c', '1104-d', '1224-e');
      const c = place('1103-c', '2026-11-03T09:00:00+01:00');
      expect([await older(c, 1), await newer(c, 1)]).toEqual([['1001-b'], ['1104-d']]);
      expect([await older(c, 0), await newer(c, 0)]).toEqual([[], []]);
    });

    it('need not be that of an article', async () => {
      await here().publish('1103-a', '1103-c');
      const between = place('1103-b', '2026-11-03T09:00:00+01:00');
      expect([await older(between, 9), await newer(between, 9)]).toEqual([['1103-a'], ['1103-c']]);
      const first = place('first', '1999-01-01T00:00:00+01:00');
      expect([await older(first, 1), await newer(first, 1)]).toEqual([[], ['1103-a']]);
      const last = place('last', '2030-01-01T00:00:00+01:00');
      expect([await older(last, 1), await newer(last, 1)]).toEqual([['1103-c'], []]);
    });

    it('keeps to what came first in the hour that comes twice', async () => {
      const dates = {
        first: '2026-10-25T02:15:00+02:00',
        second: '2026-10-25T02:45:00+02:00',
        third: '2026-10-25T02:10:00+01:00',
        last: '2026-10-25T02:50:00+01:00',
      };
      for (const [name, date] of Object.entries(dates)) {
        await here().save(here().record(name, { date }));
      }
      expect(await older(place('third', dates.third), 9)).toEqual(['second', 'first']);
      expect(await newer(place('second', dates.second), 9)).toEqual(['third', 'last']);
    });

    it('keeps to the month on the page, even where the moment was before one of the month before', async () => {
      const dates = { later: '2026-10-31T23:30:00-05:00', sooner: '2026-11-01T00:30:00+01:00' };
      for (const [name, date] of Object.entries(dates)) {
        await here().save(here().record(name, { date }));
      }
      expect(await newer(place('later', dates.later), 1)).toEqual(['sooner']);
      expect(await older(place('sooner', dates.sooner), 1)).toEqual(['later']);
    });

    it('loses what is taken down, and has it again where it moves to', async () => {
      await here().publish('0901-a', '1001-b', '1103-c');
      const c = place('1103-c', '2026-11-03T09:00:00+01:00');
      await here().takeDown('1001-b');
      expect(await older(c, 9)).toEqual(['0901-a']);
      await here().save(here().record('0901-a', { date: '2026-12-01T09:00:00+01:00' }));
      expect([await older(c, 9), await newer(c, 9)]).toEqual([[], ['0901-a']]);
    });
  });

  describe('the newest of a month', () => {
    it('are as many as asked for, and none of another month', async () => {
      await here().publish('1031-a', '1101-b', '1115-c', '1130-d', '1201-e');
      const newest = async (limit: number) =>
        here().names(await here().catalog.month(here().section, '2026-11', limit));
      expect(await newest(2)).toEqual(['1130-d', '1115-c']);
      expect(await newest(9)).toEqual(['1130-d', '1115-c', '1101-b']);
    });
  });

  describe('the months of a list', () => {
    it('are those that have articles, newest first, over years', async () => {
      await here().publish('0101-a', '0131-b', '1103-c', '1201-d');
      for (const [name, year] of [
        ['old', 1999],
        ['older', 1605],
        ['new', 2027],
      ] as const) {
        for (const month of ['01', '12']) {
          const date = `${year}-${month}-01T09:00:00+01:00`;
          await here().save(here().record(`${name}-${month}`, { date }));
        }
      }
      expect(await here().catalog.months(here().section)).toEqual([
        '2027-12',
        '2027-01',
        '2026-12',
        '2026-11',
        '2026-01',
        '1999-12',
        '1999-01',
        '1605-12',
        '1605-01',
      ]);
      await here().takeDown('1103-c');
      expect(await here().catalog.months(here().section)).not.toContain('2026-11');
    });

    it('are none where nothing is', async () => {
      expect(await here().catalog.months(here().section)).toEqual([]);
    });
  });

  describe('the lists that are known', () => {
    let own: () => Promise<string[]>;

    beforeEach(() => {
      own = async () => {
        const lists = await here().catalog.lists();
        expect(lists).toEqual(lists.toSorted());
        expect(lists.filter((list) => !list.includes('/'))).toEqual([]);
        return lists.filter((list) => list.includes(here().own));
      };
    });

    it('are sections, tags and authors, and nothing that was only asked for', async () => {
      await here().catalog.latest(here().section, 1);
      expect(await own()).toEqual([]);
      const [tag, author] = [here().ref('tide'), here().ref('jo')];
      await here().save(here().record('wall', { tags: [tag], authors: [author], featured: true }));
      expect(await own()).toEqual([`author/${author.slug}`, here().section, `tag/${tag.slug}`]);
    });

    it('stay known when their articles are gone', async () => {
      const tag = here().ref('tide');
      await here().save(here().record('wall', { tags: [tag] }));
      await here().save(here().record('wall'));
      await here().takeDown('wall');
      expect(await own()).toEqual([here().section, `tag/${tag.slug}`]);
    });
  });

  it('has featured articles in a list of their own, for as long as they are', async () => {
    const featured = async () => {
      const cards = await here().catalog.latest('featured', 1000);
      return here().names(cards.filter((card) => card.id.startsWith(here().own)));
    };
    await here().save(here().record('wall', { featured: true }));
    await here().save(here().record('ferry'));
    expect(await featured()).toEqual(['wall']);
    await here().save(here().record('wall'));
    expect(await featured()).toEqual([]);
  });
}
