import { beforeEach, describe, expect, it } from 'vitest';
import { type ImagesParts, images } from '../../../functions/images/images.ts';
import { defaultSettings } from '../../../functions/shared/default-settings.ts';
import type { ImagesMessage } from '../../../functions/shared/images-messages.ts';
import { MemoryCatalog } from '../../../functions/shared/memory-catalog.ts';
import { MemoryObjects } from '../../../functions/shared/memory-objects.ts';
import type { ArticleRecord, Card } from '../../../functions/shared/model.ts';
import type { ShareWords } from '../../../functions/shared/share-picture.ts';
import { imageInfo } from '../shared/image-info.ts';
import { articleRecord } from '../shared/records.ts';
import { rememberingEncoder } from './encoders.ts';

const hero = { ...imageInfo('/images/a.jpg'), alt: 'A wall' };

describe('the picture for other sites', () => {
  let site: MemoryObjects;
  let catalog: MemoryCatalog;
  let purged: string[];
  let asked: ImagesMessage[];

  beforeEach(async () => {
    site = new MemoryObjects();
    catalog = new MemoryCatalog();
    purged = [];
    asked = [];
    await named('The Post');
  });

  function parts(): ImagesParts {
    return {
      site,
      catalog,
      content: new MemoryObjects(),
      encoder: rememberingEncoder,
      widths: [16],
      drawShare: async (words: ShareWords) => new TextEncoder().encode(JSON.stringify(words)),
      toImages: async (messages) => void asked.push(...messages),
      toPurge: async ({ paths }) => void purged.push(...paths),
      articlesAtOnce: 2,
    };
  }

  async function named(title: string): Promise<void> {
    const { revision } = await catalog.settings();
    const settings = { ...defaultSettings, title };
    await catalog.saveSettings({ revision: revision + 1, settings });
  }

  async function save(id: string, card: Partial<Card>, changes: Partial<ArticleRecord> = {}) {
    const stored = await catalog.article(id);
    const record = { ...articleRecord(id, card), ...changes };
    await catalog.saveArticle({ ...record, revision: (stored?.revision ?? 0) + 1 });
  }

  const share = (id = 'wall') => images(parts(), { share: id });
  const drawn = () => Object.values(site.dump()).map((body) => JSON.parse(body) as ShareWords);

  it('is drawn, for ever', async () => {
    await save('wall', { title: 'It holds' });
    await share();
    expect(drawn()).toEqual([{ title: 'It holds', site: 'The Post' }]);
    const [key = ''] = Object.keys(site.dump());
    expect(key).toMatch(/^images\/share\/wall\.[0-9a-f]{16}\.png$/);
    expect((await site.head(key))?.contentType).toBe('image/png');
  });

  it('is not drawn again when nothing changed', async () => {
    await save('wall', {});
    await share();
    const before = site.writes;
    await share();
    expect(site.writes).toBe(before);
  });

  it('is replaced when another headline stands there, and the earlier one goes', async () => {
    await save('wall', { title: 'It holds' });
    await share();
    const [before = ''] = Object.keys(site.dump());
    await save('wall', { title: 'It held' });
    await share();
    expect(drawn()).toEqual([{ title: 'It held', site: 'The Post' }]);
    expect(purged).toContain(`/${before}`);
  });

  it.each([
    ['gets an image of its own', { hero }, {}],
    ['is not live any more', {}, { state: 'draft' as const }],
  ])('goes when the article %s', async (_what, card, changes) => {
    await save('wall', {});
    await share();
    await save('wall', card, changes);
    await share();
    expect(site.dump()).toEqual({});
  });

  it('is not there for an article that never was', async () => {
    await share();
    expect(site.dump()).toEqual({});
  });

  it('leaves those of articles alone whose names begin alike', async () => {
    for (const id of ['wall', 'wall-2', 'wall/north']) {
      await save(id, { title: id });
      await share(id);
    }
    await save('wall', { hero });
    await share();
    expect(drawn().map(({ title }) => title)).toEqual(['wall-2', 'wall/north']);
  });

  it('of all articles is looked at in parts, and of what is in no list with the first', async () => {
    const dates = { a: '2026-11-01', b: '2026-11-02', c: '2026-11-03' };
    for (const [id, date] of Object.entries(dates)) await save(id, { date: `${date}T12:00:00Z` });
    await save('about', {}, { kind: 'page' });
    site.upload('images/share/gone.0123456789abcdef.png', { body: 'x', contentType: 'image/png' });
    await images(parts(), { everyShareAfter: '' });
    const [more, ...ids] = asked.toReversed();
    expect(ids.reverse()).toEqual(['about', 'gone', 'a', 'b'].map((id) => ({ share: id })));
    asked = [];
    await images(parts(), more as ImagesMessage);
    expect(asked).toEqual([{ share: 'c' }]);
  });
});
