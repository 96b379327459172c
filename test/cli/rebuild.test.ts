import { describe, expect, test } from 'vitest';
import { runRebuild } from '../../cli/commands/rebuild.ts';
import type { Failure } from '../../cli/failure.ts';
import { type Progress, silent } from '../../cli/progress.ts';
import { article, settings } from './content-folder.ts';
import { listener, MemoryDesk } from './memory-desk.ts';

const looks = { every: 2 };
const plain = { redrive: false, failed: false, prune: false, json: false };
const wall = 'articles/2026/11/wall.md';
const poison = (word: string) => (message: object) =>
  JSON.stringify(message).includes(word) ? `No version of ${word} any more` : undefined;

async function newsroom(): Promise<MemoryDesk> {
  return new MemoryDesk().holds({
    'site.yaml': settings,
    [wall]: article('section: news\n'),
    'articles/2026/10/tides.md': article('tags: [sea]\n'),
  });
}

async function rebuild(desk: MemoryDesk, options: Partial<typeof plain> = {}, progress = silent) {
  const heard = listener();
  const failure = await runRebuild(desk, { ...plain, ...options }, looks, heard, progress).then(
    () => undefined,
    (error: Failure) => error,
  );
  return { ...heard, words: heard.words, failure };
}

/** Keeps what would be shown, the last word of each step. */
function recording(): Progress & { lines: string[]; said: string[] } {
  const lines: string[] = [];
  const said: string[] = [];
  return {
    lines,
    said,
    say: (line) => void said.push(line),
    async step(label, work) {
      let detail = '';
      const answer = await work((text) => {
        detail = text;
      });
      lines.push(`${label} ${detail}`.trim());
      return answer;
    },
  };
}

describe('galley rebuild', () => {
  test('says what it has looked at', async () => {
    const { words, failure } = await rebuild(await newsroom());
    expect(failure).toBeUndefined();
    expect(words).toMatch(/^no image, 2 files and \d+ pages are in order\.$/);
  });

  test('shows each part with a bar', async () => {
    const progress = recording();
    await rebuild(await newsroom(), {}, progress);
    expect(progress.lines).toEqual([
      'List the files',
      'Images ████████████████████ 1 of 1 batches',
      'Articles and pages ████████████████████ 1 of 1 batches',
      expect.stringMatching(/^The site █{20} (\d) of \1 batches$/),
      'Pictures for other sites ████████████████████ 1 of 1 batches',
    ]);
  });

  test('joins the one that is under way', async () => {
    const desk = await newsroom();
    const { promise, resolve } = Promise.withResolvers<void>();
    desk.runs.gate = promise;
    await desk.runs.start({ wait: 0 });
    const progress = recording();
    const joined = rebuild(desk, {}, progress);
    resolve();
    expect((await joined).failure).toBeUndefined();
    expect(desk.runs.inputs).toHaveLength(1);
    expect(progress.said[0]).toMatch(/^A rebuild is under way since 20/);
  });

  test('names what could not be done, and why', async () => {
    const desk = await newsroom();
    desk.runs.fails = poison('2026/11/wall/');
    const { failure } = await rebuild(desk);
    expect(failure).toMatchObject({
      message: '1 could not be done; what is there stays as it was.',
      where: '  2026/11/wall/  No version of 2026/11/wall/ any more',
      exitCode: 2,
    });
    expect(failure?.advice).toContain('galley rebuild --redrive');
  });

  test('shows in its progress that something failed', async () => {
    const desk = await newsroom();
    desk.runs.fails = poison('2026/11/wall/');
    const progress = recording();
    await rebuild(desk, {}, progress);
    expect(progress.lines).toContainEqual(expect.stringMatching(/^The site █{20} .* 1 failed$/));
  });

  test('names twenty failures and counts the others', async () => {
    const desk = await newsroom();
    for (let nth = 0; nth < 22; nth += 1)
      await desk.put(`articles/a-${nth}.md`, { body: article() });
    await desk.quiet();
    desk.runs.fails = poison('articles/');
    const { failure } = await rebuild(desk);
    expect(failure?.where?.split('\n')).toHaveLength(21);
    expect(failure?.where).toContain('and 4 more: --json names all');
  });

  test('says when it broke off, and why', async () => {
    const desk = await newsroom();
    desk.runs.breaksAt = { part: 'Texts', why: 'States.ItemReaderFailed' };
    const { failure } = await rebuild(desk);
    expect(failure?.message).toBe(
      'The rebuild broke off; all pages were left to the render queue.',
    );
    expect(failure?.where).toContain('States.ItemReaderFailed');
  });

  test('prints all of it as JSON', async () => {
    const desk = await newsroom();
    const { printed } = await rebuild(desk, { json: true });
    expect(JSON.parse(printed[0] ?? '')).toMatchObject({ rebuilt: { texts: 2 }, failures: [] });
    desk.runs.fails = poison('"page":""');
    const failed = await rebuild(desk, { json: true });
    expect(JSON.parse(failed.printed[0] ?? '')).toMatchObject({
      failures: [{ part: 'Pages', of: '(home)' }],
    });
    expect(failed.failure).toBeDefined();
  });

  test('stops looking when it is told to, and the rebuild goes on', async () => {
    const desk = await newsroom();
    const { promise, resolve } = Promise.withResolvers<void>();
    desk.runs.gate = promise;
    const stop = new AbortController();
    const looking = runRebuild(desk, plain, { ...looks, signal: stop.signal }, listener(), silent);
    stop.abort();
    await expect(looking).rejects.toMatchObject({ name: 'AbortError' });
    resolve();
    expect((await rebuild(desk)).failure).toBeUndefined();
  });
});

describe('galley rebuild --redrive', () => {
  test('does only that again which failed', async () => {
    const desk = await newsroom();
    desk.runs.fails = poison('2026/11/wall/');
    await rebuild(desk);
    desk.runs.fails = () => undefined;
    const { failure, words } = await rebuild(desk, { redrive: true });
    expect(failure).toBeUndefined();
    expect(desk.runs.inputs.at(-1)?.again).toEqual({
      Images: [],
      Texts: [],
      Pages: [{ page: '2026/11/wall/' }],
      Shares: [],
    });
    expect(words).toBe('no image, no file and 1 page are in order.');
  });

  test('names what fails again, and can be tried again', async () => {
    const desk = await newsroom();
    desk.runs.fails = poison('2026/11/wall/');
    await rebuild(desk);
    expect((await rebuild(desk, { redrive: true })).failure?.where).toContain('2026/11/wall/');
    expect((await rebuild(desk, { redrive: true })).failure?.where).toContain('2026/11/wall/');
  });

  test('does nothing when nothing was left undone', async () => {
    const desk = await newsroom();
    await rebuild(desk);
    expect(await rebuild(desk, { redrive: true })).toMatchObject({
      words: 'The last rebuild left nothing undone.',
      failure: undefined,
    });
    expect(desk.runs.inputs).toHaveLength(1);
  });

  test('does everything when the last one broke off, or there was none', async () => {
    const desk = await newsroom();
    desk.runs.breaksAt = { part: 'Images', why: 'out of order' };
    await rebuild(desk, { redrive: true });
    delete desk.runs.breaksAt;
    expect((await rebuild(desk, { redrive: true })).failure).toBeUndefined();
    expect(desk.runs.inputs).toEqual([{ wait: 0 }, { wait: 0 }]);
  });
});

describe('galley rebuild --failed', () => {
  test('tells what the last one could not do, and starts nothing', async () => {
    const desk = await newsroom();
    desk.runs.fails = poison('2026/11/wall/');
    await rebuild(desk);
    expect((await rebuild(desk, { failed: true })).failure?.where).toContain('2026/11/wall/');
    expect(desk.runs.inputs).toHaveLength(1);
  });
});

describe('galley rebuild --prune', () => {
  const old = 'assets/old.0123456789ab.css';

  async function withOldTheme(): Promise<MemoryDesk> {
    const desk = await newsroom();
    desk.site.upload(old, { body: 'x', contentType: 'text/css' });
    return desk;
  }

  test('removes files of earlier themes, and none of the present one', async () => {
    const desk = await withOldTheme();
    const { [old]: _, ...others } = desk.site.dump();
    await rebuild(desk, { prune: true });
    expect(desk.site.dump()).toEqual(others);
  });

  test('is not done while a page may still name them', async () => {
    const desk = await withOldTheme();
    desk.runs.fails = poison('2026/11/wall/');
    await rebuild(desk, { prune: true });
    expect(desk.site.dump()).toHaveProperty([old]);
  });

  test('is not done without being asked for', async () => {
    const desk = await withOldTheme();
    await rebuild(desk);
    expect(desk.site.dump()).toHaveProperty([old]);
  });
});
