import { beforeEach, describe, expect, it } from 'vitest';
import { ingest } from '../../../functions/ingest/ingest.ts';
import type { Recheck } from '../../../functions/shared/messages.ts';
import { article } from './check.ts';
import { IngestDesk, siteYaml } from './ingest-desk.ts';

const id = '2026/11/wall';
const wall = `articles/${id}.md`;

/** A rebuild asks: it will render every page itself. */
describe('a file that a rebuild has looked at', () => {
  let desk: IngestDesk;
  let asked: Recheck[];

  beforeEach(() => {
    desk = new IngestDesk();
    asked = [];
    desk.content.upload('site.yaml', { body: siteYaml, contentType: 'text/plain' });
    desk.content.upload(wall, { body: article(''), contentType: 'text/markdown' });
  });

  function rebuildLooks(changed: Recheck): Promise<void> {
    const toIngest = async (messages: Recheck[]) => void asked.push(...messages);
    return ingest({ ...desk.parts(), toIngest, quiet: true }, changed);
  }

  it('gets a record that nobody need be told of, when there was none', async () => {
    await rebuildLooks({ key: wall });
    expect(await desk.article(id)).toMatchObject({ state: 'live', quiet: true });
    expect(await desk.catalog.settings()).toMatchObject({ revision: 1, quiet: true });
  });

  it('keeps the record that it has', async () => {
    await desk.look({ key: wall });
    desk.saved.length = 0;
    await rebuildLooks({ key: wall });
    expect(desk.saved).toEqual([]);
  });

  it('gets one that is told of when it changed without anybody noticing', async () => {
    await desk.look({ key: wall });
    desk.content.upload(wall, { body: article('', 'Changed.'), contentType: 'text/markdown' });
    await rebuildLooks({ key: wall });
    expect(await desk.article(id)).toMatchObject({ revision: 2 });
    expect(await desk.article(id)).not.toHaveProperty('quiet');
  });

  it('is not stored anew when its own upload is delivered after that', async () => {
    await rebuildLooks({ key: wall });
    desk.saved.length = 0;
    await desk.look({ key: wall });
    expect(desk.saved).toEqual([]);
  });

  it('is told of when it is changed after that', async () => {
    await rebuildLooks({ key: wall });
    await desk.put(wall, article('', 'Changed.'));
    expect(await desk.article(id)).not.toHaveProperty('quiet');
  });

  it('does not have every file looked at when it is site.yaml, because the rebuild does', async () => {
    await rebuildLooks({ key: 'site.yaml' });
    expect(asked).toEqual([]);
    expect((await desk.catalog.settings()).settings.title).toBe('The Harbour Post');
  });
});
