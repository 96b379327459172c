import { beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../functions/shared/default-settings.ts';
import { article } from './check.ts';
import { IngestDesk, siteYaml } from './ingest-desk.ts';

const wall = 'articles/2026/11/wall.md';

describe('settings that nobody wrote', () => {
  let desk: IngestDesk;

  beforeEach(() => {
    desk = new IngestDesk();
  });

  it.each([wall, 'pages/about.md', 'articles/tag/wall.md', 'articles/.hidden', 'site.yaml'])(
    'come into being once with whatever is uploaded first: %s',
    async (key) => {
      await desk.put(key, 'Nothing good.');
      const record = { revision: 1, settings: defaultSettings };
      expect(await desk.catalog.settings()).toMatchObject(record);
      await desk.look({ key });
      expect(desk.saved.filter((saved) => saved === 'settings')).toHaveLength(1);
    },
  );

  it('come into being with a site.yaml that says the same', async () => {
    await desk.put('site.yaml', 'title: Galley\n');
    expect(desk.saved).toEqual(['settings']);
    const { settings } = await desk.catalog.settings();
    expect(JSON.stringify(settings)).toBe(JSON.stringify(defaultSettings));
  });

  it('are those of site.yaml when an article is looked at first', async () => {
    desk.content.upload('site.yaml', { body: siteYaml, contentType: 'application/yaml' });
    await desk.put(wall, article('section: news\n'));
    expect(await desk.article('2026/11/wall')).toMatchObject({ state: 'live' });
  });
});
