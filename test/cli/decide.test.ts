import { beforeEach, describe, expect, test } from 'vitest';
import { decideReplies } from '../../cli/commands/decide.ts';
import type { ReplyState } from '../../functions/shared/model.ts';
import { article } from './content-folder.ts';
import { listener, MemoryDesk, siteUrl } from './memory-desk.ts';
import { first, second, third } from './reply-ids.ts';

const by = { who: 'Eve', at: '2026-11-24T12:00:00Z', why: 'as agreed' };
const wall = '2026/11/wall';

let desk: MemoryDesk;

beforeEach(async () => {
  desk = await new MemoryDesk().holds({ 'articles/2026/11/wall.md': article() });
});

type Options = { wait?: boolean; deadline?: number };

async function decided(
  ids: string[],
  to: ReplyState,
  { wait = true, deadline = 5000 }: Options = {},
) {
  const heard = listener();
  const status = await decideReplies(desk, ids, to, { by, wait, deadline }, heard);
  return { status, printed: heard.printed, words: heard.words };
}

async function stateOf(id: string): Promise<ReplyState | undefined> {
  return (await desk.comments.find(wall, id))?.state;
}

/** Bob decides between the moment at which Eve's command reads a reply and the one at which it writes. */
function bobIsQuicker(to: ReplyState): void {
  const { comments } = desk;
  const decide = comments.decide.bind(comments);
  comments.decide = async (article, id, decision) => {
    await decide(article, id, { ...decision, to, who: 'Bob' });
    return decide(article, id, decision);
  };
}

function page(): string {
  return desk.site.dump()['2026/11/wall/index.html'] ?? '';
}

describe('a decision', () => {
  test('prints the address of an approved reply when its page shows it', async () => {
    await desk.receives({ id: first });
    const { status, printed, words } = await decided([first], 'approved');
    expect(status).toBe(0);
    expect(printed).toEqual([`${siteUrl}/2026/11/wall/#reply-${first}`]);
    expect(words).toBe(`held → approved  ${first} by Ada to /2026/11/wall/: “A fine wall.”`);
    expect(page()).toContain('A fine wall.');
  });

  test('is kept with who, when and why', async () => {
    await desk.receives({ id: first });
    await decided([first], 'trash');
    const reply = await desk.comments.find(wall, first);
    expect(reply?.decisions).toEqual([{ from: 'held', to: 'trash', ...by }]);
  });

  test('withdraws a published reply by its address', async () => {
    await desk.receives({ id: first });
    await decided([first], 'approved');
    const { status, printed } = await decided(
      [`${siteUrl}/2026/11/wall/#reply-${first}`],
      'rejected',
    );
    expect(status).toBe(0);
    expect(printed).toEqual([`${siteUrl}/2026/11/wall/`]);
    expect(page()).not.toContain('A fine wall.');
  });

  test('withdraws a published reply by its bare id', async () => {
    await desk.receives({ id: first });
    await decided([first], 'approved');
    expect((await decided([first], 'spam')).status).toBe(0);
    expect(await stateOf(first)).toBe('spam');
  });

  test('withdraws a reply that was published a moment ago, before it is counted', async () => {
    await desk.receives({ id: first });
    desk.asleep = true;
    await decided([first], 'approved', { wait: false });
    await decided([first], 'spam', { wait: false });
    expect(await stateOf(first)).toBe('spam');
  });

  test('withdraws a reply of an article that is gone by its address', async () => {
    await desk.receives({ id: first, article: '2026/11/gone', state: 'approved' });
    await decided([`${siteUrl}/2026/11/gone/#reply-${first}`], 'trash');
    expect((await desk.comments.find('2026/11/gone', first))?.state).toBe('trash');
  });

  test('is not taken about a reply under the address of another article', async () => {
    await desk.receives({ id: first });
    const typed = `${siteUrl}/2026/11/ferry/#reply-${first}`;
    await expect(decided([typed], 'trash')).rejects.toThrow(`No reply is called ${typed}.`);
  });

  test('takes several ids', async () => {
    await desk.receives({ id: first });
    await desk.receives({ id: second });
    const { printed } = await decided([second, first], 'approved');
    expect(printed.map((url) => url.split('#reply-')[1])).toEqual([second, first]);
  });

  test('takes the beginning of an id, in small letters too', async () => {
    await desk.receives({ id: third });
    await decided(['01kavz'], 'spam');
    expect(await stateOf(third)).toBe('spam');
  });

  test('is not taken when the beginning fits two replies, of which one is published', async () => {
    await desk.receives({ id: first });
    await decided([first], 'approved');
    await desk.receives({ id: second });
    await expect(decided(['01KAVS'], 'spam')).rejects.toMatchObject({
      message: '01KAVS fits 2 replies:',
      where: expect.stringContaining(`${first}  Ada: A fine wall.`),
      exitCode: 1,
    });
    expect(await stateOf(second)).toBe('held');
  });

  test('is not taken for any reply when one of the ids is wrong', async () => {
    await desk.receives({ id: first });
    await expect(decided([first, third], 'spam')).rejects.toMatchObject({
      message: `No reply is called ${third}.`,
      exitCode: 1,
    });
    expect(await stateOf(first)).toBe('held');
  });

  test.each([
    ['01KAV', /too short/],
    ['', /names no reply/],
    ['01KAVS0000AAAAAAAAAAAAAAAAA', /names no reply/],
    ['https://post.example/2026/11/wall/', /names no reply/],
    ['../../etc', /names no reply/],
  ])('needs an id: %s is none', async (typed, message) => {
    await expect(decided([typed], 'spam')).rejects.toMatchObject({
      message: expect.stringMatching(message),
      exitCode: 2,
    });
  });

  test('that was taken already changes nothing and says by whom', async () => {
    await desk.receives({ id: first });
    await decided([first], 'spam');
    const { status, words } = await decided([first], 'spam');
    expect(status).toBe(0);
    expect(words).toContain('already spam by Eve at 2026-11-24T12:00:00Z, nothing to do');
    expect((await desk.comments.find(wall, first))?.decisions).toHaveLength(1);
  });

  test('that somebody else took otherwise meanwhile is refused and named', async () => {
    await desk.receives({ id: first });
    bobIsQuicker('trash');
    const { status, printed, words } = await decided([first], 'approved');
    expect(status).toBe(1);
    expect(printed).toEqual([]);
    expect(words).toContain('not done: it was held, and is trash by Bob at');
  });

  test('that somebody else took otherwise meanwhile has no page to wait for', async () => {
    await desk.receives({ id: first, state: 'approved' });
    bobIsQuicker('trash');
    expect(await decided([first], 'spam')).toMatchObject({ status: 1, printed: [] });
  });

  test('about a held reply waits for no page', async () => {
    await desk.receives({ id: first });
    desk.asleep = true;
    expect(await decided([first], 'spam')).toMatchObject({ status: 0, printed: [] });
  });

  test('says that the page is late', async () => {
    await desk.receives({ id: first });
    desk.asleep = true;
    const { status, words } = await decided([first], 'approved', { deadline: 50 });
    expect(status).toBe(2);
    expect(words).toContain('Recorded, but the page does not show it yet.');
    expect(await stateOf(first)).toBe('approved');
  });

  test('says that no page shows the reply of an article that is gone', async () => {
    await desk.receives({ id: first, article: '2026/11/gone' });
    const { status, printed, words } = await decided([first], 'approved');
    expect({ status, printed }).toEqual({ status: 0, printed: [] });
    expect(words).toContain('/2026/11/gone/ is not live, or shows no replies.');
  });
});
