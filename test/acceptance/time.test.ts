import { beforeAll, describe, expect, it } from 'vitest';
import { removeContent } from '../../cli/local/content-sync.ts';
import {
  articleKey,
  freshId,
  freshName,
  markdown,
  publish,
  put,
  reportsOn,
  untilCleared,
} from './articles.ts';
import { eventually, newsroom, pageThat, pageWith, pageWithout, read } from './platform.ts';
import { scheduledAt, schedulesOf } from './schedules.ts';

/** Milliseconds: more than a minute, so that it is the scheduler who wakes ingest, and that with its own minute. */
const ahead = 66_000;
const patience = 140_000;

const inFuture = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();

/** The path of the preview, once an article has one. */
async function previewOf(id: string): Promise<string> {
  const token = await eventually(
    `the preview of ${id}`,
    async () => (await newsroom.catalog.article(id))?.preview,
  );
  return `/preview/${id}/${token}/`;
}

function gone(path: string, deadline?: number): Promise<true> {
  const ask = async () => (await read(path)).status === 404 || undefined;
  return eventually(`${path} to be gone`, ask, deadline);
}

describe('what time alone changes', () => {
  const [coming, going] = [freshId(), freshId()];
  const tag = freshName();
  const [comes, goes] = [`Comes ${tag}`, `Goes ${tag}`];
  const wish = { section: 'sport', tags: [tag] };
  let version: string;
  let preview: string;

  beforeAll(async () => {
    const date = inFuture(ahead);
    version = await put(articleKey(coming), markdown({ ...wish, title: comes, date }));
    await scheduledAt(coming, [date.replace(/\.\d+Z/, 'Z')]);
    await publish(going, { ...wish, title: goes, lines: `expires: ${inFuture(ahead)}\n` });
    preview = await previewOf(coming);
  });

  it('is told in a report', async () => {
    const { json, text } = await reportsOn(articleKey(coming), version);
    expect(json).toMatchObject({ outcome: 'scheduled', problems: [{ code: 'scheduled' }] });
    expect(text).toContain(preview);
  });

  it('shows nothing before its time but the preview', async () => {
    expect(await pageWith(preview, comes)).toContain('goes live on');
    expect((await read(`/${coming}/`)).status).toBe(404);
    expect(await pageWith(`/tag/${tag}/`, goes)).not.toContain(comes);
  });

  it(
    'goes live within the minute, lists and feeds included',
    async () => {
      await pageThat(`/${coming}/`, (text) => text.includes(comes), patience);
      await Promise.all(
        ['/', '/section/sport/', `/tag/${tag}/`, '/feed.xml', `/tag/${tag}/feed.xml`].map((path) =>
          pageWith(path, comes),
        ),
      );
      const { date = '' } = (await newsroom.catalog.article(coming))?.card ?? {};
      expect(Date.now() - Date.parse(date)).toBeLessThan(60_000);
    },
    patience,
  );

  it('leaves no preview, no report and no schedule behind', async () => {
    await gone(preview);
    await untilCleared(articleKey(coming));
    await eventually('no schedule', async () =>
      (await schedulesOf(coming)).length === 0 ? true : undefined,
    );
  });

  it(
    'is gone when it expires, lists and feeds included',
    async () => {
      await gone(`/${going}/`, patience);
      await Promise.all(
        ['/', '/section/sport/', `/tag/${tag}/`, '/feed.xml', `/tag/${tag}/feed.xml`].map((path) =>
          pageWithout(path, goes),
        ),
      );
      expect((await newsroom.catalog.article(going))?.state).toBe('expired');
    },
    patience,
  );
});

describe('a scheduled article', () => {
  const first = '2099-01-01T00:00:00Z';
  const second = '2099-02-01T00:00:00Z';

  async function scheduled(): Promise<string> {
    const id = freshId();
    await put(articleKey(id), markdown({ title: id, date: first }));
    await scheduledAt(id, [first]);
    return id;
  }

  it('has another schedule when its date changes', async () => {
    const id = await scheduled();
    await put(articleKey(id), markdown({ title: id, date: second }));
    await expect(scheduledAt(id, [second])).resolves.toBe(true);
  });

  it('has none when it is deleted', async () => {
    const id = await scheduled();
    const preview = await previewOf(id);
    await removeContent(newsroom, articleKey(id));
    await scheduledAt(id, []);
    await expect(gone(preview)).resolves.toBe(true);
  });

  it('goes live at once when its embargo is lifted', async () => {
    const id = await scheduled();
    await publish(id, { title: 'Earlier than planned' });
    await expect(scheduledAt(id, [])).resolves.toBe(true);
  });

  it('takes down what is live, until its date', async () => {
    const id = freshId();
    await publish(id, { title: 'Live before' });
    await put(articleKey(id), markdown({ title: 'Live again', date: inFuture(5_000) }));
    await gone(`/${id}/`);
    await expect(
      pageThat(`/${id}/`, (text) => text.includes('Live again'), 60_000),
    ).resolves.toContain('Live again');
  });
});

describe('a draft', () => {
  const id = freshId();
  let preview: string;

  beforeAll(async () => {
    await put(articleKey(id), markdown({ title: 'Not yet', lines: 'status: draft\n' }));
    preview = await previewOf(id);
    await pageWith(preview, 'Not yet');
  });

  it('can be read by those who know its address, and is kept by nobody', async () => {
    const { headers } = await read(preview);
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect((await read(`/${id}/`)).status).toBe(404);
  });

  it('is not there at any other address', async () => {
    const other = preview.replace(/[0-9a-f]\/$/, (end) => (end === '0/' ? '1/' : '0/'));
    for (const path of [other, `/preview/${id}/`, '/preview/']) {
      expect((await read(path)).status, path).toBe(404);
    }
  });

  it('is live without a preview when it is published', async () => {
    await publish(id, { title: 'Now' });
    await expect(gone(preview)).resolves.toBe(true);
  });
});
