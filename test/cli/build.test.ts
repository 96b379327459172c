import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadEngine } from '../../cli/build/load-engine.ts';
import { buildPlaces } from '../../cli/build/places.ts';
import { build } from '../../cli/commands/build.ts';
import { silent } from '../../cli/progress.ts';
import { usualSettings } from '../newsroom/sources.ts';
import { Workshop } from './building.ts';
import { article, folderWith, now, settings } from './content-folder.ts';
import { listener } from './memory-desk.ts';

const usual = { url: 'https://galley.example', json: false };

async function ran(files: Record<string, string>, options: Partial<typeof usual> = {}) {
  const folder = await folderWith(files);
  const [content, out] = [join(folder, 'content'), join(folder, 'site')];
  onTestFinished(() => rmSync(buildPlaces(out, content).cache, { recursive: true, force: true }));
  const heard = listener();
  const surroundings = { now, progress: silent, terminal: heard };
  const status = await build(out, { ...usual, content, ...options }, surroundings);
  const printed = heard.printed.join('\n');
  return { status, printed, words: heard.words.replaceAll(`${folder}/`, ''), out };
}

const good = {
  'content/site.yaml': settings,
  'content/articles/wall.md': article('section: news\n'),
};

describe('galley build', () => {
  it('writes the site and says nothing of files that are fine', async () => {
    const { status, words, out } = await ran(good);
    expect({ status, words }).toEqual({ status: 0, words: '' });
    expect(existsSync(join(out, 'wall/index.html'))).toBe(true);
  });

  it('builds the rest when a file is refused, tells why, and ends with 1', async () => {
    const files = { ...good, 'content/articles/bad.md': article('titel: x\n') };
    const { status, words, out } = await ran(files);
    expect(status).toBe(1);
    expect(words).toContain('content/articles/bad.md:4:1 error unknown-key');
    expect(existsSync(join(out, 'wall/index.html'))).toBe(true);
    expect(existsSync(join(out, 'bad/index.html'))).toBe(false);
  });

  it('tells of a draft without leading to a preview, and ends with 0', async () => {
    const files = { ...good, 'content/articles/draft.md': article('status: draft\n') };
    const { status, words } = await ran(files);
    expect(status).toBe(0);
    expect(words).toMatch(/draft\.md:1:1 warning draft/);
    expect(words).not.toContain('/preview/');
  });

  it('prints what it did as JSON', async () => {
    const { printed } = await ran({ ...good, 'content/articles/bad.md': 'bad' }, { json: true });
    expect(JSON.parse(printed)).toMatchObject({
      files: 3,
      removed: 0,
      reports: [{ key: 'articles/bad.md', outcome: 'refused' }],
    });
  });
}, 60_000);

describe('the engine', () => {
  it('makes the same site with threads and without', async () => {
    const { engines } = buildPlaces('site', 'content');
    const engine = await loadEngine(engines);
    const workshop = await Workshop.with({ 'site.yaml': usualSettings });
    for (let nth = 0; nth < 250; nth += 1) {
      const date = `2026-${String((nth % 10) + 1).padStart(2, '0')}-03`;
      const link = `[The one before](/a${nth - 1}/), *and* more.`;
      workshop.write(
        `articles/a${nth}.md`,
        article('section: news\ntags: [harbour]\n', link).replace('2026-11-03', date),
      );
    }
    workshop.write('articles/bad.md', 'bad');
    const built = await workshop.build({ engine, threads: 2 });
    expect(built.reports).toMatchObject([{ key: 'articles/a0.md' }, { key: 'articles/bad.md' }]);
    expect(workshop.files()).toEqual(await workshop.anew());
  });
}, 60_000);
