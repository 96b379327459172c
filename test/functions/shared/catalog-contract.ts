import { beforeEach, describe, expect, it } from 'vitest';
import type { Catalog } from '../../../functions/shared/catalog.ts';
import { placeInList } from '../../../functions/shared/entries.ts';
import type { ArticleRecord, ImageRecord } from '../../../functions/shared/model.ts';
import { all } from './all.ts';
import { CatalogCorner } from './catalog-corner.ts';
import { listFacts } from './catalog-lists.ts';
import { placeFacts } from './catalog-places.ts';
import { imageInfo } from './image-info.ts';
import { fullest } from './records.ts';

export type CatalogFactory = () => Catalog | Promise<Catalog>;

/**
 * What every catalog must do. Each fact uses addresses, lists and images of its own, so that it also holds for a
 * table that has others in it; only the settings are there once.
 */
export function catalogContract(name: string, create: CatalogFactory): void {
  describe(name, () => {
    let corner: CatalogCorner;

    beforeEach(async () => {
      corner = new CatalogCorner(await create());
    });

    listFacts(() => corner);
    placeFacts(() => corner);

    describe('an article', () => {
      it('is not known before it is saved', async () => {
        expect(await corner.catalog.article(corner.record('wall').id)).toBeUndefined();
      });

      it('is given back exactly as it was saved', async () => {
        const saved = { ...corner.record('wall', fullest), ...fullestRecord(corner.own) };
        await corner.save(saved);
        expect(await corner.catalog.article(saved.id)).toEqual({ ...saved, revision: 1 });
        expect(await corner.catalog.latest(corner.section, 1)).toEqual([saved.card]);
      });

      it('is not mixed up with one whose address begins alike', async () => {
        await corner.save(corner.record('wall-two'));
        expect(await corner.catalog.article(corner.record('wall').id)).toBeUndefined();
      });

      it('is created once', async () => {
        const first = { ...corner.record('wall'), revision: 1 };
        expect(await corner.catalog.saveArticle(first, undefined)).toBe(true);
        expect(await corner.catalog.saveArticle(first, undefined)).toBe(false);
      });

      it('is created by one of several at the same moment', async () => {
        const titles = ['a', 'b', 'c', 'd', 'e'];
        const answers = await Promise.all(
          titles.map((title) =>
            corner.catalog.saveArticle(
              { ...corner.record('wall', { title }), revision: 1 },
              undefined,
            ),
          ),
        );
        expect(answers.filter((won) => won)).toHaveLength(1);
        const [card] = await corner.catalog.latest(corner.section, 20);
        expect(card?.title).toBe(titles[answers.indexOf(true)]);
      });

      it.each([1, 2, 4])('at revision 2 does not become revision %i', async (revision) => {
        await corner.save(corner.record('wall'));
        await corner.save(corner.record('wall', { title: 'Two' }));
        const stored = await corner.catalog.article(corner.record('wall').id);
        const stale = {
          ...corner.record('wall', { title: 'Stale', section: corner.ref('other') }),
          revision,
        };
        expect(await corner.catalog.saveArticle(stale, stored)).toBe(false);
        expect(await corner.catalog.article(corner.record('wall').id)).toEqual(stored);
        expect((await corner.catalog.latest(corner.section, 20)).map(({ title }) => title)).toEqual(
          ['Two'],
        );
        expect(await corner.latest(`section/${corner.own}-other`)).toEqual([]);
      });

      it('keeps its revision when it is taken down', async () => {
        await corner.save(corner.record('wall'));
        await corner.takeDown('wall');
        expect(await corner.catalog.article(corner.record('wall').id)).toMatchObject({
          state: 'absent',
          revision: 2,
        });
        expect(
          await corner.catalog.saveArticle({ ...corner.record('wall'), revision: 1 }, undefined),
        ).toBe(false);
      });
    });

    it('has every card, oldest first', async () => {
      await corner.publish('1103-b', '0501-a', '1224-c');
      await corner.takeDown('1224-c');
      const cards = await all(corner.catalog.everyCard());
      const ours = cards.filter((card) => card.id.startsWith(corner.own));
      expect(corner.names(ours)).toEqual(['0501-a', '1103-b']);
    });

    it('has the cards after a place, whether an article is still there or not', async () => {
      await corner.publish('0501-a', '0501-b', '1103-c', '1224-d');
      const [place = '', ...others] = await all(corner.catalog.everyCard()).then((cards) =>
        cards.filter((card) => card.id.startsWith(corner.own)).map(placeInList),
      );
      const following = async (from: string) => {
        const cards = await all(corner.catalog.everyCard(from));
        return corner.names(cards.filter((card) => card.id.startsWith(corner.own)));
      };
      expect(await following('')).toHaveLength(4);
      expect(await following(place)).toEqual(['0501-b', '1103-c', '1224-d']);
      await corner.takeDown('0501-b');
      expect(await following(String(others[0]))).toEqual(['1103-c', '1224-d']);
      expect(await following(String(others[2]))).toEqual([]);
    });

    it('knows its standing pages, which stand in no list', async () => {
      const page = {
        ...corner.record('about', { tags: [corner.ref('tide')], date: '' }),
        kind: 'page' as const,
      };
      await corner.save(page);
      expect(await corner.catalog.standingPages()).toContain(page.id);
      expect(await corner.latest(`tag/${corner.own}-tide`)).toEqual([]);
      const home = await corner.catalog.latest('home', 1000);
      expect(home.some((card) => card.id === page.id)).toBe(false);
    });

    it('knows the preview pages as long as there are such records', async () => {
      const draft = { ...corner.record('wall'), state: 'draft' as const, preview: '0a1b' };
      const page = `preview/${draft.id}/0a1b/`;
      const previews = async () =>
        (await corner.catalog.previews()).filter((each) => each.includes(corner.own));
      await corner.save(draft);
      expect(await previews()).toEqual([page]);
      expect(await corner.latest(corner.section)).toEqual([]);
      await corner.save({ ...draft, preview: '2c3d' });
      expect(await previews()).toEqual([`preview/${draft.id}/2c3d/`]);
      await corner.save(corner.record('wall'));
      expect(await previews()).toEqual([]);
    });

    describe('settings', () => {
      it('are saved by one of several at the same moment', async () => {
        const { revision, settings } = await corner.catalog.settings();
        const answers = await Promise.all(
          ['a', 'b', 'c'].map((title) =>
            corner.catalog.saveSettings({
              revision: revision + 1,
              settings: { ...settings, title },
            }),
          ),
        );
        expect(answers.filter((won) => won)).toHaveLength(1);
        const after = await corner.catalog.settings();
        expect(after.revision).toBe(revision + 1);
        expect(after.settings.title).toBe(['a', 'b', 'c'][answers.indexOf(true)]);
      });

      it('are not saved over later ones', async () => {
        const { revision, settings } = await corner.catalog.settings();
        await corner.catalog.saveSettings({ revision: revision + 1, settings });
        const stale = { revision: revision + 1, settings: { ...settings, title: 'Stale' } };
        expect(await corner.catalog.saveSettings(stale)).toBe(false);
        expect((await corner.catalog.settings()).settings).toEqual(settings);
      });
    });

    describe('an image', () => {
      const image = (revision: number): ImageRecord => ({
        key: `images/${corner.own}/wall.jpg`,
        revision,
        state: 'live',
        info: imageInfo(`/images/${corner.own}/wall.jpg.0123456789abcdef-1600.jpg`, 1600, 900),
      });

      it('is given back as it was saved', async () => {
        expect(await corner.catalog.image(image(1).key)).toBeUndefined();
        expect(await corner.catalog.saveImage(image(1))).toBe(true);
        expect(await corner.catalog.image(image(1).key)).toEqual(image(1));
      });

      it('is saved only over the revision before', async () => {
        await corner.catalog.saveImage(image(1));
        expect(await corner.catalog.saveImage(image(1))).toBe(false);
        expect(await corner.catalog.saveImage(image(3))).toBe(false);
        expect(await corner.catalog.saveImage(image(2))).toBe(true);
      });

      it('knows who shows it, each once, and before it is there', async () => {
        const { key } = image(1);
        for (const id of ['b', 'a', 'b']) await corner.catalog.noteUse(key, `${corner.own}/${id}`);
        await corner.catalog.noteUse(`${key}2`, `${corner.own}/c`);
        expect(await corner.catalog.usersOf(key)).toEqual([`${corner.own}/a`, `${corner.own}/b`]);
        expect(await corner.catalog.image(key)).toBeUndefined();
        await corner.catalog.saveImage(image(1));
        expect(await corner.catalog.usersOf(key)).toEqual([`${corner.own}/a`, `${corner.own}/b`]);
      });

      it('nobody shows has no users', async () => {
        expect(await corner.catalog.usersOf(image(1).key)).toEqual([]);
      });
    });
  });
}

/** As many images with names as long as are allowed. */
function fullestRecord(own: string): Partial<ArticleRecord> {
  const keys = Array.from(
    { length: 50 },
    (_, index) => `images/${own}/${'n'.repeat(240)}-${index}.jpg`,
  );
  const info = imageInfo(`/images/${'n'.repeat(300)}.jpg.0123456789abcdef-1920.jpg`, 1920, 1080);
  return {
    images: Object.fromEntries(keys.map((key, index) => [key, index % 2 ? info : null])),
    replies: 'closed',
  };
}
