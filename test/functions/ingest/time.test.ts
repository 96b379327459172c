import { beforeEach, describe, expect, it } from 'vitest';
import { previewToken } from '../../../functions/ingest/preview.ts';
import { content as layout } from '../../../functions/shared/layout.ts';
import { article } from './check.ts';
import { IngestDesk, siteYaml } from './ingest-desk.ts';

const id = '2026/11/wall';
const wall = `articles/${id}.md`;
const tomorrow = '2026-11-11T11:30:00.000Z';

function dated(date: string, lines = ''): string {
  return article(lines).replace('2026-11-03', date);
}

describe('an article', () => {
  let desk: IngestDesk;

  beforeEach(async () => {
    desk = new IngestDesk();
    await desk.put('site.yaml', siteYaml);
  });

  const listed = async () => (await desk.catalog.latest('home', 20)).length;

  async function wakeAt(instant: string): Promise<void> {
    desk.now = Date.parse(instant);
    desk.timers = [];
    await desk.look({ id });
  }

  it('waits for its date, in no list and with a timer', async () => {
    await desk.put(wall, dated('2026-11-11 12:30'));
    expect(await desk.article(id)).toMatchObject({ state: 'scheduled', wakes: tomorrow });
    expect(await listed()).toBe(0);
    expect(desk.timers).toEqual([{ id, at: tomorrow }]);
  });

  it('goes live when it is looked at in time, and its report is gone', async () => {
    await desk.put(wall, dated('2026-11-11 12:30'));
    await wakeAt(tomorrow);
    expect(await desk.article(id)).toMatchObject({ state: 'live' });
    expect(await desk.article(id)).not.toHaveProperty('preview');
    expect(await listed()).toBe(1);
    expect(await desk.report(wall)).toBeUndefined();
    expect(desk.timers).toEqual([]);
  });

  it('that is looked at too early still waits, and asks for its timer again', async () => {
    await desk.put(wall, dated('2026-11-11 12:30'));
    await wakeAt('2026-11-11T11:29:59.000Z');
    expect(await desk.article(id)).toMatchObject({ state: 'scheduled', revision: 1 });
    expect(desk.timers).toEqual([{ id, at: tomorrow }]);
  });

  it('is told when it goes live and where it can be read before', async () => {
    await desk.put(wall, dated('2026-11-11 12:30'));
    const { preview } = (await desk.article(id)) ?? {};
    expect(await desk.report(wall)).toMatchObject({
      outcome: 'scheduled',
      problems: [{ code: 'scheduled', severity: 'warning' }],
    });
    const text = await desk.reportText(wall);
    expect(text).toContain('It goes live at 2026-11-11T12:30:00+01:00 (Europe/Berlin)');
    expect(text).toContain(`https://post.example/preview/${id}/${preview}/ `);
  });

  it('that was live leaves with a later date, and comes back with an earlier one', async () => {
    await desk.put(wall, dated('2026-11-03'));
    await desk.put(wall, dated('2026-11-11 12:30'));
    expect(await listed()).toBe(0);
    await desk.put(wall, dated('2026-11-10 12:30'));
    expect(await desk.article(id)).toMatchObject({ state: 'live' });
    expect(await desk.report(wall)).toBeUndefined();
  });

  it('that waits keeps waiting when the next version is refused', async () => {
    await desk.put(wall, dated('2026-11-11 12:30'));
    await desk.put(wall, 'No front matter.');
    expect(await desk.article(id)).toMatchObject({ state: 'scheduled' });
    expect(await desk.report(wall)).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'no-front-matter' }, { code: 'scheduled' }],
    });
    expect(await desk.reportText(wall)).toContain('The earlier version goes live');
  });

  it('is gone when it expires, and told so', async () => {
    await desk.put(wall, dated('2026-11-03', 'expires: 2026-11-11 12:30\n'));
    expect(await desk.article(id)).toMatchObject({ state: 'live', wakes: tomorrow });
    expect(await desk.report(wall)).toBeUndefined();
    await wakeAt(tomorrow);
    expect(await desk.article(id)).toMatchObject({ state: 'expired' });
    expect(await desk.article(id)).not.toHaveProperty('wakes');
    expect(await listed()).toBe(0);
    expect(await desk.report(wall)).toMatchObject({
      outcome: 'expired',
      problems: [{ code: 'expired', severity: 'warning' }],
    });
  });

  it('keeps its address from others before its date and after it expired', async () => {
    const about = 'pages/about.md';
    await desk.put(about, dated('2026-11-11 12:30', 'expires: 2026-11-12\n'));
    const other = 'articles/about.md';
    await desk.put(other, dated('2026-11-03'));
    expect(await desk.report(other)).toMatchObject({ outcome: 'taken' });
    desk.now = Date.parse('2026-11-13T00:00:00Z');
    await desk.look({ key: other });
    expect(await desk.article('about')).toMatchObject({ state: 'expired', key: about });
  });

  it('shows no replies while it is not live', async () => {
    await desk.put(wall, dated('2026-11-11 12:30'));
    const reply = { article: id, name: 'Ada', text: 'Fine.', created: '', reasons: [] };
    const approved = { ...reply, id: '1', decisions: [], state: 'approved' as const };
    await desk.comments.submit(approved, 'one');
    await desk.look({ id });
    expect((await desk.article(id))?.card?.replyCount).toBe(0);
    await wakeAt(tomorrow);
    expect((await desk.article(id))?.card?.replyCount).toBe(1);
  });

  describe('that is a draft', () => {
    it('has a preview, says its report, and no timer', async () => {
      await desk.put(wall, dated('2026-11-11 12:30', 'status: draft\n'));
      const { preview } = (await desk.article(id)) ?? {};
      expect(preview).toMatch(/^[0-9a-f]{32}$/);
      expect(await desk.reportText(wall)).toContain(`/preview/${id}/${preview}/ `);
      expect(desk.timers).toEqual([]);
    });

    it('has none where another file has its address, and its report says so', async () => {
      await desk.put('pages/about.md', article(''));
      await desk.put('articles/about.md', article('status: draft\n'));
      expect(await desk.article('about')).not.toHaveProperty('preview');
      expect(await desk.reportText('articles/about.md')).toContain('pages/about.md has the same');
    });

    it('follows its images as a live one does', async () => {
      await desk.put(wall, article('status: draft\n', '![Waves](/images/wall.png)'));
      expect(await desk.catalog.usersOf('images/wall.png')).toEqual([id]);
      expect(await desk.article(id)).toMatchObject({ images: { 'images/wall.png': null } });
    });
  });
});

describe('the address of a preview', () => {
  const token = (desk: IngestDesk, of: string, secret = 1) =>
    previewToken({ content: desk.content, secret: () => new Uint8Array(32).fill(secret) }, of);

  it('is the same again, and another one for another article', async () => {
    const desk = new IngestDesk();
    expect(await token(desk, 'a')).toBe(await token(desk, 'a'));
    expect(await token(desk, 'a')).not.toBe(await token(desk, 'b'));
  });

  it('hangs on the key in the bucket alone, which the first one makes', async () => {
    const [one, other] = [new IngestDesk(), new IngestDesk()];
    expect(await token(one, 'a', 1)).not.toBe(await token(other, 'a', 2));
    expect(await token(one, 'a', 3)).toBe(await token(one, 'a', 1));
    expect(Object.keys(one.content.dump())).toEqual([layout.previewKey]);
  });

  it('is one for two who make the key at the same time', async () => {
    const desk = new IngestDesk();
    const [one, other] = await Promise.all([token(desk, 'a', 1), token(desk, 'a', 2)]);
    expect(one).toBe(other);
  });
});
