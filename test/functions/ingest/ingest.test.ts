import { beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../functions/shared/default-settings.ts';
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
    expect(await desk.article(id)).toMatchObject({ state: 'draft' });
    expect(await desk.catalog.latest('home', 20)).toEqual([]);
  });

  it('that is a draft with warnings is not called published', async () => {
    await desk.put(wall, article('status: draft\ntags: [a, a]\n'));
    expect(await desk.report(wall)).toMatchObject({ outcome: 'draft' });
    expect(await desk.reportText(wall)).toContain('A draft');
  });

  it('updated after its upload is refused, however late it is looked at', async () => {
    await desk.put(wall, article('updated: 2026-11-11\n'));
    desk.now += 1000 * 24 * 60 * 60 * 1000;
    await desk.look({ key: wall });
    expect(await desk.article(id)).toMatchObject({ state: 'absent' });
    expect(await desk.report(wall)).toMatchObject({ problems: [{ code: 'date-in-future' }] });
  });

  it('refused for that goes live when it is uploaded again in time', async () => {
    const text = article('updated: 2026-11-11\n');
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
      await desk.put('images/wall.png', png(80, 45));
      expect((await desk.article(id))?.card?.hero).toMatchObject({ width: 60, alt: 'A wall' });
      expect((await desk.report(wall))?.problems).toHaveLength(1);
      await desk.put('images/costs.png', png(8, 6));
      expect(await desk.report(wall)).toBeUndefined();
    });

    it('loses it when it is deleted, and follows it when it is replaced', async () => {
      await desk.put('images/wall.png', png(80, 45));
      await desk.put(wall, article(hero));
      await desk.put('images/wall.png', png(40, 30));
      expect((await desk.article(id))?.card?.hero).toMatchObject({ width: 40 });
      await desk.remove('images/wall.png');
      expect((await desk.article(id))?.card).not.toHaveProperty('hero');
      expect(await desk.report(wall)).toMatchObject({ problems: [{ code: 'missing-image' }] });
    });
  });
});

describe('settings that nobody wrote', () => {
  it.each([wall, 'pages/about.md', 'articles/tag/wall.md', 'articles/.hidden', 'site.yaml'])(
    'come into being with the first upload: %s',
    async (key) => {
      const desk = new IngestDesk();
      await desk.put(key, 'Nothing good.');
      expect(desk.saved).toContain('settings');
      expect(await desk.catalog.settings()).toMatchObject({
        revision: 1,
        settings: defaultSettings,
      });
      await desk.look({ key });
      expect(desk.saved.filter((saved) => saved === 'settings')).toHaveLength(1);
    },
  );

  it('come into being with a file that says the same', async () => {
    const desk = new IngestDesk();
    await desk.put('site.yaml', 'title: Galley\n');
    expect(desk.saved).toEqual(['settings']);
  });

  it('are those of site.yaml when an article comes first', async () => {
    const desk = new IngestDesk();
    desk.content.upload('site.yaml', { body: siteYaml, contentType: '' });
    await desk.put(wall, good);
    expect(await desk.article(id)).toMatchObject({ state: 'live', settingsRevision: 1 });
  });
});
