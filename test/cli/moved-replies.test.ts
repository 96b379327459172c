import { beforeEach, describe, expect, test } from 'vitest';
import { decideReplies } from '../../cli/commands/decide.ts';
import { listReplies, showReplies } from '../../cli/commands/replies.ts';
import { article } from './content-folder.ts';
import { listener, MemoryDesk, siteUrl } from './memory-desk.ts';
import { first, second } from './reply-ids.ts';

const now = new Date('2026-11-24T12:00:00Z');
const by = { who: 'Eve', at: now.toISOString() };

/** `first` was written before the article moved, `second` at its new address. */
describe('the replies of an article that has moved', () => {
  let desk: MemoryDesk;

  beforeEach(async () => {
    const moved = article().replace('---\n', '---\nformerly: [old]\n');
    desk = await new MemoryDesk().holds({ 'articles/2026/11/wall.md': moved });
    await desk.receives({ id: first, article: 'old', text: 'An old word.' });
    await desk.receives({ id: second });
  });

  async function decided(id: string, to: 'approved' | 'spam') {
    const heard = listener();
    const status = await decideReplies(desk, [id], to, { by, wait: true, deadline: 5000 }, heard);
    return { status, printed: heard.printed };
  }

  const page = () => desk.site.dump()['2026/11/wall/index.html'] ?? '';

  test('are approved and withdrawn where they are shown', async () => {
    expect(await decided(first, 'approved')).toEqual({
      status: 0,
      printed: [`${siteUrl}/2026/11/wall/#reply-${first}`],
    });
    expect(page()).toContain('An old word.');
    expect((await decided(first, 'spam')).status).toBe(0);
    expect(page()).not.toContain('An old word.');
  });

  test.each([
    ['the address that shows it', `${siteUrl}/2026/11/wall/#reply-${first}`],
    ['the address of before', `${siteUrl}/old/#reply-${first}`],
    ['its id', first],
    ['the beginning of its id', first.slice(0, -1)],
  ])('are found by %s', async (_, name) => {
    await decided(first, 'approved');
    const heard = listener();
    await showReplies(desk, [name], { json: false }, heard, { now });
    expect(heard.printed.join()).toContain('An old word.');
  });

  test.each(['2026/11/wall', 'old'])('are listed together for %s', async (asked) => {
    await decided(first, 'approved');
    await decided(second, 'approved');
    const heard = listener();
    const options = { state: 'approved', article: asked, limit: 10, json: true } as const;
    await listReplies(desk, options, heard, { now });
    const ids = JSON.parse(heard.printed.join('')).map(({ id }: { id: string }) => id);
    expect(ids).toEqual([first, second]);
  });
});
