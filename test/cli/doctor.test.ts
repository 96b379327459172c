import { describe, expect, test } from 'vitest';
import { examine } from '../../cli/commands/doctor.ts';
import { examinations } from '../../cli/newsroom/doctor.ts';
import { article, settings } from './content-folder.ts';
import { listener, MemoryDesk, siteUrl } from './memory-desk.ts';

const wall = 'articles/2026/11/wall.md';

type Found = { name: string; ok: boolean; found: string; advice?: string };

async function newsroom(): Promise<MemoryDesk> {
  return new MemoryDesk().holds({ 'site.yaml': settings, [wall]: article() });
}

async function examined(desk: MemoryDesk, answer = 200) {
  const heard = listener();
  const open = async () => ({ status: answer });
  const status = await examine(examinations(desk, open), { json: true }, heard);
  const { findings } = JSON.parse(heard.printed[0] ?? '') as { findings: Found[] };
  return { status, wrong: findings.filter(({ ok }) => !ok) };
}

describe('galley doctor', () => {
  test('finds nothing wrong with a newsroom that is well', async () => {
    expect(await examined(await newsroom())).toEqual({ status: 0, wrong: [] });
  });

  test('notices that the site does not answer', async () => {
    const { status, wrong } = await examined(await newsroom(), 503);
    expect(status).toBe(1);
    expect(wrong).toMatchObject([{ found: `${siteUrl}/ answers 503` }]);
  });

  test('notices that a newsroom has no settings', async () => {
    const { wrong } = await examined(new MemoryDesk());
    expect(wrong.map(({ name }) => name)).toContain('The settings are taken in');
  });

  test('notices messages that wait', async () => {
    const desk = await newsroom();
    desk.asleep = true;
    await desk.put('articles/quay.md', { body: article() });
    const [first] = (await examined(desk)).wrong;
    expect(first?.found).toBe('1 message on the way');
  });

  test('notices messages that were given up', async () => {
    const desk = Object.assign(await newsroom(), { deadLetters: async () => ({ Render: 2 }) });
    expect((await examined(desk)).wrong).toMatchObject([{ found: 'Render: 2' }]);
  });

  test('names uploads that were refused', async () => {
    const desk = await newsroom();
    await desk.holds({ 'articles/bad.md': 'No front matter.' });
    expect((await examined(desk)).wrong).toMatchObject([
      { found: '1 upload with an error: articles/bad.md' },
    ]);
  });

  test('names pages that are missing', async () => {
    const desk = await newsroom();
    desk.site.delete('2026/11/wall/index.html');
    const { wrong } = await examined(desk);
    expect(wrong).toMatchObject([{ found: expect.stringContaining('such as /2026/11/wall/') }]);
  });
});
