import { beforeEach, describe, expect, it } from 'vitest';
import { png } from '../images/pictures.ts';
import { article } from './check.ts';
import { IngestDesk, siteYaml } from './ingest-desk.ts';

const id = '2026/11/wall';
const wall = `articles/${id}.md`;
const good = article('section: news\ntags: [tides]\n');
const hero = 'hero:\n  src: images/wall.png\n  alt: A wall\n';

describe('an upload', () => {
  let desk: IngestDesk;

  beforeEach(async () => {
    desk = new IngestDesk();
    await desk.put('site.yaml', siteYaml);
  });

  it('becomes a live record in the lists it names', async () => {
    const version = await desk.put(wall, good);
    expect(await desk.article(id)).toMatchObject({
      state: 'live',
      kind: 'article',
      key: wall,
      versionId: version,
      seen: { [wall]: version },
      card: { title: 'The wall', section: { slug: 'news' } },
    });
    for (const list of ['home', 'section/news', 'tag/tides']) {
      expect(await desk.catalog.latest(list, 20)).toHaveLength(1);
    }
    expect(await desk.report(wall)).toBeUndefined();
  });

  it('that changes is followed by its record', async () => {
    await desk.put(wall, good);
    const version = await desk.put(wall, article('title: x\n').replace('title: x\n', ''));
    expect(await desk.article(id)).toMatchObject({ revision: 2, versionId: version });
    expect(await desk.catalog.latest('section/news', 20)).toEqual([]);
  });

  it('that is deleted leaves nothing live, and can come back', async () => {
    await desk.put(wall, good);
    await desk.remove(wall);
    expect(await desk.article(id)).toMatchObject({ state: 'absent', revision: 2, seen: {} });
    expect(await desk.catalog.latest('home', 20)).toEqual([]);
    await desk.put(wall, good);
    expect(await desk.article(id)).toMatchObject({ state: 'live', revision: 3 });
  });

  it('that was deleted does not come back when the next one is refused', async () => {
    await desk.put(wall, good);
    await desk.remove(wall);
    await desk.put(wall, 'No front matter.');
    expect(await desk.article(id)).toMatchObject({ state: 'absent' });
    expect(await desk.report(wall)).toMatchObject({ outcome: 'refused' });
  });

  it.each([good, article(hero), article('status: draft\n'), article(`status: draft\n${hero}`)])(
    'of the same bytes again writes nothing: %j',
    async (text) => {
      await desk.put(wall, text);
      const before = [desk.saved.length, desk.content.dump('reports/')];
      const writes = desk.content.writes;
      await desk.put(wall, text);
      expect([desk.saved.length, desk.content.dump('reports/')]).toEqual(before);
      expect(desk.content.writes).toBe(writes + 1);
    },
  );

  it('delivered again writes nothing', async () => {
    await desk.put(wall, article(hero));
    const before = [desk.saved.length, desk.content.writes];
    await desk.look({ key: wall });
    await desk.look({ id });
    expect([desk.saved.length, desk.content.writes]).toEqual(before);
  });

  it('that nobody ever made writes nothing', async () => {
    const before = [desk.saved.length, desk.content.writes];
    await desk.look({ key: wall });
    await desk.look({ id: 'nowhere' });
    expect([desk.saved.length, desk.content.writes]).toEqual(before);
  });

  it('that is a draft is not live, and takes down what was', async () => {
    await desk.put(wall, good);
    await desk.put(wall, article('status: draft\n'));
    expect(await desk.article(id)).toMatchObject({ state: 'absent' });
    expect(await desk.report(wall)).toBeUndefined();
  });

  it('that is a draft with warnings is not called published', async () => {
    await desk.put(wall, article('status: draft\ntags: [a, a]\n'));
    expect(await desk.report(wall)).toMatchObject({ outcome: 'draft' });
    expect(await desk.reportText(wall)).toContain('A draft');
  });

  it('dated after its upload is refused, however late it is looked at', async () => {
    await desk.put(wall, article('').replace('2026-11-03', '2026-11-11'));
    desk.now += 1000 * 24 * 60 * 60 * 1000;
    await desk.look({ key: wall });
    expect(await desk.article(id)).toMatchObject({ state: 'absent' });
    expect(await desk.report(wall)).toMatchObject({ problems: [{ code: 'date-in-future' }] });
  });

  it('refused for its date goes live when it is uploaded again in time', async () => {
    const text = article('').replace('2026-11-03', '2026-11-11');
    await desk.put(wall, text);
    desk.now = Date.UTC(2026, 10, 12);
    const version = await desk.put(wall, text);
    expect(await desk.article(id)).toMatchObject({ state: 'live', versionId: version });
    expect(await desk.report(wall)).toBeUndefined();
  });

  it('shows how many replies are approved', async () => {
    await desk.put(wall, good);
    const reply = {
      article: id,
      name: 'Ada',
      text: 'Fine.',
      created: '',
      reasons: [],
      decisions: [],
    };
    await desk.comments.submit({ ...reply, id: '1', state: 'approved' }, 'one');
    await desk.comments.submit({ ...reply, id: '2', state: 'held' }, 'two');
    await desk.look({ id });
    expect((await desk.article(id))?.card?.replyCount).toBe(1);
  });

  describe('with a report', () => {
    it('has it as JSON and as text, with the place of each problem', async () => {
      const version = await desk.put(wall, article('', 'See [this](javascript:x).'));
      expect(await desk.report(wall)).toEqual({
        key: wall,
        versionId: version,
        outcome: 'refused',
        problems: [
          expect.objectContaining({
            code: 'dangerous-link',
            line: 5,
            column: 5,
            severity: 'error',
          }),
        ],
      });
      const text = await desk.reportText(wall);
      expect(text).toContain('Refused: nothing of it is live.');
      expect(text).toContain(`${wall}:5:5 error dangerous-link`);
    });

    it('says that the earlier version stays live, and loses it when it is corrected', async () => {
      await desk.put(wall, good);
      await desk.put(wall, 'No front matter.');
      expect(await desk.report(wall)).toMatchObject({ outcome: 'kept' });
      expect(await desk.reportText(wall)).toContain('the earlier version stays live');
      await desk.put(wall, article('', 'Better.'));
      expect(desk.content.dump('reports/')).toEqual({});
    });

    it('loses it when it is deleted', async () => {
      await desk.put(wall, 'No front matter.');
      await desk.remove(wall);
      expect(desk.content.dump('reports/')).toEqual({});
    });

    it('of the same refused bytes again has a new one', async () => {
      await desk.put(wall, 'No front matter.');
      const version = await desk.put(wall, 'No front matter.');
      expect(await desk.report(wall)).toMatchObject({ versionId: version });
    });
  });

  describe('with an image', () => {
    it('goes live without it, is warned, and gains it when it comes', async () => {
      await desk.put(wall, article(hero, '![Costs](images/costs.png)'));
      expect((await desk.article(id))?.card).not.toHaveProperty('hero');
      expect(await desk.report(wall)).toMatchObject({
        outcome: 'published',
        problems: [{ code: 'missing-image' }, { code: 'missing-image' }],
      });
      await desk.put('images/wall.png', png(1600, 900));
      expect((await desk.article(id))?.card?.hero).toMatchObject({ width: 1600, alt: 'A wall' });
      expect((await desk.report(wall))?.problems).toHaveLength(1);
      await desk.put('images/costs.png', png(8, 6));
      expect(await desk.report(wall)).toBeUndefined();
    });

    it('loses it when it is deleted, and follows it when it is replaced', async () => {
      await desk.put('images/wall.png', png(1600, 900));
      await desk.put(wall, article(hero));
      await desk.put('images/wall.png', png(800, 600));
      expect((await desk.article(id))?.card?.hero).toMatchObject({ width: 800 });
      await desk.remove('images/wall.png');
      expect((await desk.article(id))?.card).not.toHaveProperty('hero');
      expect(await desk.report(wall)).toMatchObject({ problems: [{ code: 'missing-image' }] });
    });
  });

  describe('of site.yaml', () => {
    it('has every file checked again with it', async () => {
      await desk.put(wall, article('section: sport\n'));
      expect(await desk.report(wall)).toMatchObject({ problems: [{ code: 'unknown-section' }] });
      await desk.put('site.yaml', `${siteYaml}  - name: Sport\n`);
      expect(await desk.article(id)).toMatchObject({ state: 'live' });
      expect(await desk.report(wall)).toBeUndefined();
    });

    it('that is refused changes nothing but its report', async () => {
      await desk.put(wall, good);
      const before = [await desk.article(id), await desk.catalog.settings(), desk.saved.length];
      for (const bad of ['title: [', 'titel: x\n', '\u0000', `${siteYaml}timeZone: Mars\n`, '']) {
        await desk.put('site.yaml', bad);
        expect(await desk.report('site.yaml')).toMatchObject({ outcome: 'kept' });
      }
      expect([await desk.article(id), await desk.catalog.settings(), desk.saved.length]).toEqual(
        before,
      );
    });

    it('that was never good leaves the defaults', async () => {
      await desk.remove('site.yaml');
      await desk.put('site.yaml', 'title: [');
      expect((await desk.catalog.settings()).settings.title).toBe('Galley');
      expect(await desk.report('site.yaml')).toMatchObject({ outcome: 'refused' });
    });

    it('of the same bytes again writes nothing', async () => {
      await desk.put(wall, good);
      const before = [desk.saved.length, desk.content.dump('reports/')];
      await desk.put('site.yaml', siteYaml);
      expect([desk.saved.length, desk.content.dump('reports/')]).toEqual(before);
    });

    it('without a section that articles are in leaves them there, with a warning', async () => {
      await desk.put(wall, good);
      await desk.put('site.yaml', siteYaml.replace('  - name: News\n', ''));
      expect(await desk.article(id)).toMatchObject({
        state: 'live',
        card: { section: { slug: 'news', name: 'News' } },
      });
      expect(await desk.report(wall)).toMatchObject({
        outcome: 'published',
        problems: [{ code: 'retired-section' }],
      });
    });

    it('is remembered for its sections even after it was deleted, and not for bad ones', async () => {
      await desk.put('site.yaml', `${siteYaml}  - name: Bad\nunknown: x\n`);
      await desk.remove('site.yaml');
      await desk.put('site.yaml', 'title: New\n');
      const { settings } = await desk.catalog.settings();
      expect(settings.retiredSections).toEqual([
        { slug: 'culture', name: 'Culture' },
        { slug: 'news', name: 'News' },
      ]);
    });
  });

  describe('that claims an address of another file', () => {
    const about = article('', 'The article.');
    const page = 'pages/about.md';
    const other = 'articles/about.md';
    const live = async () => (await desk.article('about'))?.key;

    it('is told so, and the first comer keeps it', async () => {
      await desk.put(page, about);
      await desk.put(other, article('', 'The other.'));
      expect(await live()).toBe(page);
      expect(await desk.report(other)).toMatchObject({
        outcome: 'taken',
        problems: [{ code: 'address-taken' }],
      });
      expect(await desk.reportText(other)).toContain('delete the other one');
      expect(await desk.report(page)).toBeUndefined();
    });

    it('does not gain it when the first comer is changed or refused', async () => {
      await desk.put(page, about);
      await desk.put(other, article('', 'The other.'));
      await desk.put(page, article('', 'Changed.'));
      await desk.put(page, 'No front matter.');
      await desk.put(other, article('', 'The other, changed.'));
      expect(await live()).toBe(page);
      expect(await desk.report(page)).toMatchObject({ outcome: 'kept' });
    });

    it.each([
      ['deleted', (at: IngestDesk) => at.remove(page)],
      ['made a draft', (at: IngestDesk) => at.put(page, article('status: draft\n'))],
    ])('goes live by itself when the first comer is %s', async (_, clear) => {
      await desk.put(page, about);
      await desk.put(other, article('', 'The other.'));
      await clear(desk);
      expect(await live()).toBe(other);
      expect(await desk.article('about')).toMatchObject({ kind: 'article' });
      expect(await desk.report(other)).toBeUndefined();
      expect(await desk.catalog.standingPages()).toEqual([]);
      await desk.put(page, about);
      expect(await live()).toBe(other);
      expect(await desk.report(page)).toMatchObject({ outcome: 'taken' });
    });

    it('does not lose it to a draft that was there before', async () => {
      await desk.put(page, article('status: draft\n'));
      await desk.put(other, about);
      await desk.put(page, article('', 'No longer a draft.'));
      expect(await live()).toBe(other);
    });

    it('goes live when the one before was never good', async () => {
      await desk.put(page, 'No front matter.');
      await desk.put(other, about);
      expect(await live()).toBe(other);
      await desk.put(page, article('', 'Corrected.'));
      expect(await live()).toBe(other);
      expect(await desk.report(page)).toMatchObject({ outcome: 'taken' });
    });
  });
});
