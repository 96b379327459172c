import { describe, expect, test } from 'vitest';
import { listReplies, showReplies } from '../../cli/commands/replies.ts';
import { article, now } from './content-folder.ts';
import { listener, MemoryDesk } from './memory-desk.ts';
import { first, second, third } from './reply-ids.ts';

const held = { state: 'held', limit: 100, json: false } as const;

async function listed(desk: MemoryDesk, options: Partial<Parameters<typeof listReplies>[1]> = {}) {
  const heard = listener();
  await listReplies(desk, { ...held, ...options }, heard, { now, width: 90 });
  return { printed: heard.printed.join('\n'), words: heard.words };
}

describe('galley replies', () => {
  test('lists id, age, article, name and first words, oldest first', async () => {
    const desk = new MemoryDesk();
    await desk.receives({
      id: third,
      name: 'Bo',
      text: 'No.\nNever.',
      created: '2026-11-24T11:57:00Z',
    });
    await desk.receives({ id: first });
    const { printed, words } = await listed(desk);
    expect(printed.split('\n')).toEqual([
      'ID                          AGE    ARTICLE       NAME  REPLY',
      `${first}  1 h    2026/11/wall  Ada   A fine wall.`,
      `${third}  3 min  2026/11/wall  Bo    No. Never.`,
    ]);
    expect(words).toMatch(/^\n2 replies held\.\n/);
  });

  test('says that nothing is held', async () => {
    expect(await listed(new MemoryDesk())).toEqual({ printed: '', words: 'No reply is held.' });
  });

  test('keeps hostile text on its line and away from the terminal', async () => {
    const desk = new MemoryDesk();
    const evil = '\u001b[2J\u202eevil\nID  AGE';
    await desk.receives({ id: first, name: evil, text: evil });
    const { printed } = await listed(desk);
    expect(printed.split('\n')).toHaveLength(2);
    expect(printed).toContain('[2Jevil ID AGE  [2Jevil ID AGE');
  });

  test('fits the width of the terminal', async () => {
    const desk = new MemoryDesk();
    await desk.receives({ id: first, text: 'wall '.repeat(100) });
    const { printed } = await listed(desk);
    expect(Math.max(...printed.split('\n').map((line) => line.length))).toBe(90);
  });

  test('lists another state', async () => {
    const desk = new MemoryDesk();
    await desk.receives({ id: first, state: 'spam' });
    expect((await listed(desk)).printed).toBe('');
    expect((await listed(desk, { state: 'spam' })).printed).toContain(first);
  });

  test('lists those of one article', async () => {
    const desk = new MemoryDesk();
    await desk.receives({ id: first });
    await desk.receives({ id: second, article: '2026/11/ferry' });
    const { printed } = await listed(desk, { article: 'https://post.example/2026/11/ferry/' });
    expect(printed).toContain(second);
    expect(printed).not.toContain(first);
  });

  test('lists approved ones of an article only', async () => {
    const desk = new MemoryDesk();
    await desk.receives({ id: first, state: 'approved' });
    const ofWall = await listed(desk, { state: 'approved', article: '2026/11/wall' });
    expect(ofWall.printed).toContain(first);
    await expect(listed(desk, { state: 'approved' })).rejects.toMatchObject({
      advice: expect.stringContaining('--article'),
      exitCode: 2,
    });
  });

  test('says that there are more than it lists', async () => {
    const desk = new MemoryDesk();
    await desk.receives({ id: first });
    await desk.receives({ id: second });
    const { printed, words } = await listed(desk, { limit: 1 });
    expect(printed).not.toContain(second);
    expect(words).toContain('There are more: --limit 10 shows them.');
  });

  test('shows no e-mail', async () => {
    const desk = new MemoryDesk();
    await desk.receives({ id: first, email: 'ada@example.org' });
    expect((await listed(desk)).printed).not.toContain('ada@');
  });

  test('prints JSON with everything but the e-mail', async () => {
    const desk = new MemoryDesk();
    const { email: _, ...reply } = await desk.receives({ id: first, email: 'ada@example.org' });
    const { printed, words } = await listed(desk, { json: true });
    expect(JSON.parse(printed)).toEqual([reply]);
    expect(words).toBe('');
  });

  test('prints an empty list as JSON', async () => {
    expect((await listed(new MemoryDesk(), { json: true })).printed).toBe('[]');
  });
});

describe('galley replies show', () => {
  async function shown(desk: MemoryDesk, ids: string[], json = false) {
    const heard = listener();
    await showReplies(desk, ids, { json }, heard, { now });
    return heard.printed.join('\n');
  }

  test('prints the whole text, the e-mail, the reasons and the decisions', async () => {
    const desk = new MemoryDesk();
    await desk.receives({
      id: first,
      email: 'ada@example.org',
      website: 'https://ada.example/',
      text: 'One.\n\nTwo.',
      state: 'spam',
      reasons: ['links'],
      decisions: [{ from: 'held', to: 'spam', who: 'Eve', at: '2026-11-24T11:30:00Z', why: 'ads' }],
    });
    expect((await shown(desk, [first])).split('\n')).toEqual([
      `Reply    ${first}`,
      'State    spam',
      'To       /2026/11/wall/',
      'Name     Ada',
      'E-mail   ada@example.org',
      'Website  https://ada.example/',
      'Sent     2026-11-24T11:00:00Z (1 h)',
      'Reasons  links',
      'Decided  held to spam by Eve, 2026-11-24T11:30:00Z: ads',
      '',
      '  One.',
      '',
      '  Two.',
      '',
    ]);
  });

  test('sets the text in, so that it cannot pass for a decision', async () => {
    const desk = new MemoryDesk();
    await desk.receives({ id: first, text: 'x\u001b[1A\rState    approved' });
    const lines = (await shown(desk, [first])).split('\n');
    expect(lines.filter((line) => line.startsWith('State'))).toEqual(['State    held']);
    expect(lines.join()).not.toContain('\u001b');
  });

  test('keeps a hostile e-mail and website on their lines and away from the terminal', async () => {
    const desk = new MemoryDesk();
    await desk.receives({ id: first, email: 'a@b.c\nState  x', website: 'https://\u001b[2J.c' });
    const lines = (await shown(desk, [first])).split('\n');
    expect(lines).toContain('E-mail   a@b.c State x');
    expect(lines).toContain('Website  https://[2J.c');
  });

  test('prints JSON with the e-mail', async () => {
    const desk = new MemoryDesk();
    const reply = await desk.receives({ id: first, email: 'ada@example.org' });
    expect(JSON.parse(await shown(desk, [first], true))).toEqual([reply]);
  });

  test('finds an approved reply of an article', async () => {
    const desk = await new MemoryDesk().holds({ 'articles/2026/11/wall.md': article() });
    await desk.receives({ id: first, state: 'approved' });
    expect(await shown(desk, [first])).toContain('State    approved');
  });
});
