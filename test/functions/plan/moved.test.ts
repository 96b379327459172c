import { beforeEach, describe, expect, test } from 'vitest';
import { article } from '../../cli/content-folder.ts';
import { MemoryDesk } from '../../cli/memory-desk.ts';
import { first } from '../../cli/reply-ids.ts';

const now = '2026/11/wall';
const redirect = `url=/${now}/`;

describe('a rebuild of a newsroom whose article has moved', () => {
  let desk: MemoryDesk;

  beforeEach(async () => {
    const moved = article().replace('---\n', '---\nformerly: [old]\n');
    const linking = article().replace(/\n$/, '\n[There](/2026/11/wall/), [here](/old/).\n');
    desk = await new MemoryDesk().holds({
      // Looked at before what they depend on.
      'articles/2026/10/linking.md': linking,
      [`articles/${now}.md`]: moved,
    });
    await desk.receives({ id: first, article: 'old', state: 'approved' });
  });

  async function rebuild() {
    const execution = await desk.runs.start({ wait: 0 });
    while ((await desk.runs.look(execution)).status === 'running') await desk.quiet();
    await desk.quiet();
  }

  const page = (address: string) => desk.site.dump()[`${address}/index.html`] ?? '';

  test('makes the same site and reports again when all that is derived is lost', async () => {
    const before = { site: desk.site.dump(), content: desk.content.dump() };
    expect(page('old')).toContain(redirect);
    expect(page(now)).toContain('A fine wall.');
    desk.forgetCatalog();
    for (const key of Object.keys(desk.site.dump())) desk.site.delete(key);
    for (const key of Object.keys(desk.content.dump('reports/'))) desk.content.delete(key);
    await rebuild();
    expect(desk.site.dump()).toEqual(before.site);
    expect(desk.content.dump()).toEqual(before.content);
  });

  test('makes the page at the old address again when only that is lost', async () => {
    desk.site.delete('old/index.html');
    await rebuild();
    expect(page('old')).toContain(redirect);
  });

  test('takes it away when nobody noticed that the article is gone', async () => {
    desk.content.delete(`articles/${now}.md`);
    await rebuild();
    expect(page('old')).toBe('');
  });
});
