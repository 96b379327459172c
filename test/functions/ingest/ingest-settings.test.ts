import { beforeEach, describe, expect, it } from 'vitest';
import { article } from './check.ts';
import { IngestDesk, siteYaml } from './ingest-desk.ts';

const id = '2026/11/wall';
const wall = `articles/${id}.md`;
const good = article('section: news\n');

describe('an upload of site.yaml', () => {
  let desk: IngestDesk;

  beforeEach(async () => {
    desk = new IngestDesk();
    await desk.put('site.yaml', siteYaml);
  });

  it('has every file checked again with it', async () => {
    await desk.put(wall, article('section: sport\n'));
    expect(await desk.report(wall)).toMatchObject({ problems: [{ code: 'unknown-section' }] });
    await desk.put('site.yaml', `${siteYaml}  - name: Sport\n`);
    expect(await desk.article(id)).toMatchObject({ state: 'live' });
    expect(await desk.report(wall)).toBeUndefined();
  });

  it('with another rule for replies changes the numbers of replies that cards show', async () => {
    await desk.put(wall, good);
    const reply = { article: id, id: '1', name: 'Ada', text: 'Fine.', created: '' };
    const approved = { ...reply, state: 'approved' as const, reasons: [], decisions: [] };
    await desk.comments.submit(approved, 'one');
    await desk.look({ id });
    const count = async () => (await desk.catalog.latest('section/news', 1))[0]?.replyCount;
    expect(await count()).toBe(1);
    await desk.put('site.yaml', `${siteYaml}replies: off\n`);
    expect(await count()).toBe(0);
    await desk.put(wall, article('section: news\nreplies: closed\n'));
    expect(await count()).toBe(1);
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
