import { beforeEach, describe, expect, it } from 'vitest';
import { calmNewsroom } from './calm.ts';
import type { Edit } from './edits.ts';
import { movedSource } from './sources.ts';

let calm: Awaited<ReturnType<typeof calmNewsroom>>;

beforeEach(async () => {
  calm = await calmNewsroom();
});

const put = (name: string, moved: Parameters<typeof movedSource>[0] = {}): Edit => ({
  do: 'upload',
  key: `articles/${name}.md`,
  body: movedSource(moved),
});
const codesOf = (name: string) => calm.codesOf(name);

describe('a link inside the site', () => {
  const linking = (href: string) => put('a', { link: `[There](${href}).` });

  it('is a warning until its target is there', async () => {
    await calm.after(linking('/b/'));
    expect(await calm.report('articles/a.md')).toMatchObject({
      outcome: 'published',
      problems: [{ code: 'broken-link', severity: 'warning', line: 10, column: 10 }],
    });
    await calm.after(put('b'));
    expect(await codesOf('a')).toBeUndefined();
    await calm.after({ do: 'delete', key: 'articles/b.md' });
    expect(await codesOf('a')).toEqual(['broken-link']);
  });

  it('to a former address is told of the present one', async () => {
    await calm.after(linking('/old/'), put('b', { aliases: ['old'] }));
    const [{ code, advice = '' } = {}] = (await calm.report('articles/a.md'))?.problems ?? [];
    expect(code).toBe('moved-link');
    expect(advice).toContain('/b/');
  });

  it.each([
    '/',
    '/index.html',
    '/a/',
    '#top',
    '/section/news/',
    '/section/news/2026/11/',
    '/tag/harbour/',
    '/feed.xml',
    '/section/news/feed.json',
    '/sitemap.xml',
    '/archive/2026/11/',
    '/api/replies',
    'https://example.org/b/',
    'mailto:desk@example.org',
    '/.well-known/security.txt',
  ])('to %s is none', async (href) => {
    await calm.after(linking(href));
    expect((await codesOf('a'))?.filter((code) => code !== 'missing-anchor') ?? []).toEqual([]);
  });

  it.each(['/b', '/b/index.html', '/b/?x=1#y', '../b/', 'b.md', '/B/', '/section/none/'])(
    'to %s is one',
    async (href) => {
      await calm.after(linking(href));
      expect(await codesOf('a')).toEqual(['broken-link']);
    },
  );

  it('to the original of an image is one, because that is not served', async () => {
    await calm.after(linking('/images/wall.png'));
    expect(await calm.report('articles/a.md')).toMatchObject({
      problems: [{ code: 'broken-link', advice: expect.stringContaining('Originals') }],
    });
  });

  it('is spoken of once for each address', async () => {
    await calm.after(put('a', { link: '[x](/b/) [y](/b/#z) [z](/B/) [Z](/B/)' }));
    expect(await codesOf('a')).toEqual(['broken-link', 'broken-link']);
  });

  it('is not spoken of when the version that has it is not the newest', async () => {
    await calm.after(linking('/b/'), put('a', { date: 'never' }));
    expect(await codesOf('a')).toEqual(['bad-date']);
  });

  it.each(['none', 'None'])('is looked up for the first hundred addresses: %s', async (name) => {
    const links = Array.from({ length: 101 }, (_, nth) => `[x](/${name}-${nth}/)`).join(' ');
    await calm.after(put('a', { link: links }));
    expect((await codesOf('a'))?.filter((code) => code === 'broken-link')).toHaveLength(100);
  });
});
