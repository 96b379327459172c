import { beforeEach, describe, expect, it } from 'vitest';
import { filesAtOnce, recheckAfter } from '../../../functions/ingest/every-file.ts';
import { MemoryObjects } from '../../../functions/shared/memory-objects.ts';
import type { Recheck } from '../../../functions/shared/messages.ts';
import { IngestDesk } from './ingest-desk.ts';

const files = ['articles/a.md', 'articles/b.md', 'articles/c.md', 'pages/about.md', 'pages/z.md'];

describe('every file', () => {
  let content: MemoryObjects;
  let sent: Recheck[];

  beforeEach(() => {
    content = new MemoryObjects();
    sent = [];
    for (const key of [...files, 'images/a.png', 'reports/articles/a.md.json', 'site.yaml']) {
      content.upload(key, { body: key, contentType: 'text/plain' });
    }
  });

  async function recheck(after: string, most?: number) {
    const parts = {
      ...new IngestDesk().parts(),
      content,
      toIngest: async (messages: Recheck[]) => void sent.push(...messages),
      ...(most === undefined ? {} : { filesAtOnce: most }),
    };
    await recheckAfter(parts, after);
  }

  it('is named by one message when there are few', async () => {
    await recheck('');
    expect(sent).toEqual(files.map((key) => ({ key })));
  });

  it.each([1, 2, 3, 4, 5])('is named once by messages that name %i each', async (most) => {
    const named: string[] = [];
    let places: string[] = [''];
    while (places.length > 0) {
      sent = [];
      await recheck(String(places.pop()), most);
      const keys = sent.flatMap((message) => ('key' in message ? message.key : []));
      expect(keys.length).toBeLessThanOrEqual(most);
      named.push(...keys);
      places = sent.flatMap((message) => ('everyKeyAfter' in message ? message.everyKeyAfter : []));
      expect(places.length).toBeLessThanOrEqual(1);
    }
    expect(named).toEqual(files);
  });

  it('asks for the rest last, so that a crash loses nothing', async () => {
    await recheck('', 2);
    expect(sent.at(-1)).toEqual({ everyKeyAfter: 'articles/b.md' });
  });

  it('goes on after a file that was deleted meanwhile', async () => {
    content.delete('articles/b.md');
    await recheck('articles/b.md', 1);
    expect(sent).toEqual([{ key: 'articles/c.md' }, { everyKeyAfter: 'articles/c.md' }]);
  });

  it('is named a thousand at a time', async () => {
    for (let nth = 0; nth < filesAtOnce; nth += 1) {
      content.upload(`articles/2026/${nth}.md`, { body: 'x', contentType: 'text/plain' });
    }
    await recheck('');
    expect(sent).toHaveLength(1_001);
  });
});
