import { describe, expect, it } from 'vitest';
import { all } from './all.ts';
import type { CatalogCorner } from './catalog-corner.ts';
import { fullest } from './records.ts';

/** The part of the catalog's contract that is about lists. */
export function listFacts(here: () => CatalogCorner): void {
  describe('lists', () => {
    it('of nothing are empty', async () => {
      const corner = here();
      expect(await corner.catalog.latest(corner.section, 20)).toEqual([]);
      expect(await corner.catalog.month(corner.section, '2026-11')).toEqual([]);
      expect(await corner.catalog.neighbours(corner.section, '2026-11')).toEqual({});
    });

    it('have an article in its section, tags, authors and home', async () => {
      const corner = here();
      await corner.save(
        corner.record('wall', {
          tags: [corner.ref('tide'), corner.ref('gate')],
          authors: [corner.ref('jo')],
        }),
      );
      for (const list of [
        `tag/${corner.own}-tide`,
        `tag/${corner.own}-gate`,
        `author/${corner.own}-jo`,
        corner.section,
      ]) {
        expect(await corner.latest(list)).toEqual(['wall']);
      }
      const home = await corner.catalog.latest('home', 1000);
      expect(home.some((card) => card.id === corner.record('wall').id)).toBe(true);
    });

    it('follow in one go when an article changes', async () => {
      const corner = here();
      await corner.save(corner.record('wall', { tags: [corner.ref('tide'), corner.ref('gate')] }));
      await corner.save(
        corner.record('wall', { title: 'New', tags: [corner.ref('gate'), corner.ref('boat')] }),
      );
      expect(await corner.latest(`tag/${corner.own}-tide`)).toEqual([]);
      for (const slug of ['gate', 'boat']) {
        const [card] = await corner.catalog.latest(`tag/${corner.own}-${slug}`, 20);
        expect(card?.title).toBe('New');
      }
    });

    it('lose an article that is taken down, and have it again when it comes back', async () => {
      const corner = here();
      await corner.save(corner.record('wall', { tags: [corner.ref('tide')] }));
      await corner.takeDown('wall');
      expect(await corner.latest(corner.section)).toEqual([]);
      expect(await corner.latest(`tag/${corner.own}-tide`)).toEqual([]);
      await corner.save(corner.record('wall'));
      expect(await corner.latest(corner.section)).toEqual(['wall']);
    });

    it('move an article whose date changes', async () => {
      const corner = here();
      await corner.publish('1001-gate', '1103-wall');
      await corner.save(corner.record('1103-wall', { date: '2026-09-01T09:00:00+02:00' }));
      expect(await corner.latest(corner.section)).toEqual(['1001-gate', '1103-wall']);
      expect(await corner.catalog.month(corner.section, '2026-11')).toEqual([]);
      expect(await corner.month(corner.section, '2026-09')).toEqual(['1103-wall']);
    });

    it('of an address that turns from article into standing page lose it', async () => {
      const corner = here();
      await corner.save(corner.record('about'));
      await corner.save({ ...corner.record('about'), kind: 'page' });
      expect(await corner.latest(corner.section)).toEqual([]);
      expect(await corner.catalog.standingPages()).toContain(corner.record('about').id);
      await corner.takeDown('about');
      expect(await corner.catalog.standingPages()).not.toContain(corner.record('about').id);
    });

    it('take an article with as many tags and authors as are allowed, changed in all of them', async () => {
      const corner = here();
      const many = (kind: string) =>
        Array.from({ length: 10 }, (_, index) => ({
          slug: `${kind}-${index}-${corner.own}-${'s'.repeat(700)}`,
          name: '港'.repeat(100),
        }));
      await corner.save(corner.record('wall', { ...fullest, tags: many('a'), authors: many('b') }));
      await corner.save(corner.record('wall', { ...fullest, tags: many('c'), authors: many('d') }));
      const [tag] = many('c');
      const [old] = many('a');
      expect(await corner.latest(`tag/${tag?.slug}`)).toEqual(['wall']);
      expect(await corner.latest(`tag/${old?.slug}`)).toEqual([]);
    });
  });

  describe('the newest of a list', () => {
    it('are sorted by date, newest first', async () => {
      const corner = here();
      await corner.publish('1102-gate', '1224-boat', '1103-wall', '0101-tide');
      expect(await corner.latest(corner.section)).toEqual([
        '1224-boat',
        '1103-wall',
        '1102-gate',
        '0101-tide',
      ]);
    });

    it('are sorted as they came in the hour that comes twice', async () => {
      const corner = here();
      for (const [id, date] of [
        ['second', '2026-10-25T02:45:00+02:00'],
        ['first', '2026-10-25T02:15:00+02:00'],
        ['last', '2026-10-25T02:50:00+01:00'],
        ['third', '2026-10-25T02:10:00+01:00'],
      ] as const) {
        await corner.save(corner.record(id, { date }));
      }
      const order = ['last', 'third', 'second', 'first'];
      expect(await corner.latest(corner.section)).toEqual(order);
      expect(await corner.month(corner.section, '2026-10')).toEqual(order);
    });

    it('are as many as asked for', async () => {
      const corner = here();
      await corner.publish('1102-gate', '1224-boat', '1103-wall');
      expect(await corner.latest(corner.section, 2)).toEqual(['1224-boat', '1103-wall']);
      expect(await corner.latest(corner.section, 0)).toEqual([]);
    });

    it('of the same moment are in the order of their addresses, last first', async () => {
      const corner = here();
      await corner.publish('1103-b', '1103-c', '1103-a');
      expect(await corner.latest(corner.section)).toEqual(['1103-c', '1103-b', '1103-a']);
    });

    it('may be more than one answer of a database holds', async () => {
      const corner = here();
      const many = Array.from({ length: 90 }, (_, index) => `1103-${100 + index}`);
      const excerpt = 'x'.repeat(20_000);
      await Promise.all(
        many.map((id) =>
          corner.save(corner.record(id, { excerpt, date: '2026-11-03T09:00:00+01:00' })),
        ),
      );
      expect(await corner.latest(corner.section, 80)).toEqual(many.toReversed().slice(0, 80));
      expect(await corner.month(corner.section, '2026-11')).toEqual(many.toReversed());
    });
  });

  describe('a month of a list', () => {
    it('has its own articles only, newest first', async () => {
      const corner = here();
      await corner.publish('1031-a', '1101-b', '1130-c', '1201-d');
      expect(await corner.month(corner.section, '2026-11')).toEqual(['1130-c', '1101-b']);
    });

    it('is that of its local time', async () => {
      const corner = here();
      await corner.save(corner.record('a', { date: '2026-11-01T00:30:00+01:00' }));
      await corner.save(corner.record('b', { date: '2026-10-31T23:30:00-05:00' }));
      expect(await corner.month(corner.section, '2026-11')).toEqual(['a']);
      expect(await corner.month(corner.section, '2026-10')).toEqual(['b']);
      expect(await corner.catalog.neighbours(corner.section, '2026-10')).toEqual({
        newer: '2026-11',
      });
    });

    it('knows the nearest months that have articles', async () => {
      const corner = here();
      await corner.publish('0105-a', '0310-b', '0320-c', '0831-d', '1201-e');
      expect(await corner.catalog.neighbours(corner.section, '2026-03')).toEqual({
        older: '2026-01',
        newer: '2026-08',
      });
      expect(await corner.catalog.neighbours(corner.section, '2026-01')).toEqual({
        newer: '2026-03',
      });
      expect(await corner.catalog.neighbours(corner.section, '2026-12')).toEqual({
        older: '2026-08',
      });
    });

    it('knows them when it has no articles itself', async () => {
      const corner = here();
      await corner.publish('0105-a', '0831-d');
      expect(await corner.catalog.neighbours(corner.section, '2026-05')).toEqual({
        older: '2026-01',
        newer: '2026-08',
      });
    });
  });

  describe('addresses that lead elsewhere', () => {
    const redirect = { to: 'new', key: 'articles/new.md', replies: false };

    it('are known in order for as long as they do', async () => {
      const corner = here();
      const known = async (after?: string) => {
        const ids = await all(corner.catalog.moved(after));
        return ids.filter((id) => id.startsWith(corner.own)).map((id) => id.split('/')[1]);
      };
      for (const id of ['b', 'a', 'c']) {
        await corner.takeDown(id);
        expect(await known()).not.toContain(id);
        await corner.save({ ...corner.record(id), state: 'moved', redirect });
      }
      expect(await known()).toEqual(['a', 'b', 'c']);
      expect(await known(`${corner.own}/a`)).toEqual(['b', 'c']);
      await corner.save({ ...corner.record('b'), state: 'moved', redirect });
      await corner.takeDown('a');
      expect(await known()).toEqual(['b', 'c']);
    });

    it('stand in no list', async () => {
      const corner = here();
      await corner.save({ ...corner.record('wall'), state: 'moved', redirect });
      expect(await corner.latest(corner.section)).toEqual([]);
    });
  });
}
