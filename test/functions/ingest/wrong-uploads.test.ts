import { beforeEach, describe, expect, it } from 'vitest';
import { article } from './check.ts';
import { IngestDesk, siteYaml } from './ingest-desk.ts';

const id = '2026/11/wall';
const wall = `articles/${id}.md`;
const withLine = (line: string) => article(`${line}\n`);
const withText = (text: string) => article('', text);

/** What an author can do wrong, and the code that tells of it. */
const wrong: [what: string, code: string, text: string | Uint8Array][] = [
  ['has no front matter', 'no-front-matter', 'It held.\n'],
  ['has broken YAML', 'bad-yaml', withLine('tags: [a')],
  ['has no title', 'missing-key', '---\ndate: 2026-11-03\n---\nIt held.\n'],
  ['has no date', 'missing-key', '---\ntitle: The wall\n---\nIt held.\n'],
  ['has an unknown key', 'unknown-key', withLine('sectoin: news')],
  ['has a value of the wrong type', 'wrong-type', withLine('featured: "yes"')],
  ['names an unknown section', 'unknown-section', withLine('section: sport')],
  ['has a hero without words', 'hero-without-alt', withLine('hero: {src: images/a.png}')],
  ['is not UTF-8', 'not-utf-8', Buffer.from(withText('Größe'), 'latin1')],
  ['is over 1 MiB', 'too-large', withText('x'.repeat(1024 * 1024))],
  ['links to javascript:', 'dangerous-link', withText('[here](javascript:alert(1))')],
  ['has HTML in it', 'raw-html', withText('<script>alert(1)</script>')],
  ['says nothing', 'empty-body', withText('')],
  ['is empty', 'no-front-matter', ''],
  ['is full of brackets', 'too-complex', withText('['.repeat(500_000))],
];

describe('an upload that', () => {
  let desk: IngestDesk;

  beforeEach(async () => {
    desk = new IngestDesk();
    await desk.put('site.yaml', siteYaml);
  });

  describe.each(wrong)('%s', (_, code, text) => {
    it('touches nothing that is live, and is told why', async () => {
      await desk.put(wall, article('section: news\n'));
      const { revision: _revision, seen: _seen, ...before } = (await desk.article(id)) ?? {};
      const version = await desk.put(wall, text);
      expect(await desk.article(id)).toMatchObject(before);
      const report = await desk.report(wall);
      expect(report).toMatchObject({ key: wall, versionId: version, outcome: 'kept' });
      expect(report?.problems[0]).toMatchObject({ code, severity: 'error' });
      expect(await desk.reportText(wall)).toContain(`error ${code}`);
    });

    it('is not live when it is the first', async () => {
      await desk.put(wall, text);
      expect(await desk.article(id)).toMatchObject({ state: 'absent' });
      expect(await desk.report(wall)).toMatchObject({ outcome: 'refused' });
    });

    it('is forgotten when it is corrected', async () => {
      await desk.put(wall, text);
      await desk.put(wall, article('section: news\n'));
      expect(await desk.article(id)).toMatchObject({ state: 'live' });
      expect(desk.content.dump('reports/')).toEqual({});
    });
  });

  it.each([
    ['articles/api/wall.md', 'reserved-name'],
    ['articles/section.md', 'reserved-name'],
    ['pages/feed.md', 'reserved-name'],
    ['pages/404.md', 'reserved-name'],
    ['articles/2026/11/My Wall.md', 'bad-name'],
    ['articles/2026/11/größe.md', 'bad-name'],
    ['articles/2026//wall.md', 'bad-name'],
    ['articles/../site.md', 'bad-name'],
    ['articles/-wall.md', 'bad-name'],
    ['articles/.md/wall.md', 'bad-name'],
    [`articles/${'w'.repeat(301)}.md`, 'bad-name'],
    [`articles/${'港'.repeat(330)}.md`, 'bad-name'],
    [`articles/${'w'.repeat(1012)}.md`, 'bad-name'],
    ['pages/folder/about.md', 'bad-name'],
    ['articles/wall.txt', 'not-markdown'],
    ['articles/wall.MD', 'not-markdown'],
    ['articles/wall.docx', 'not-markdown'],
    ['articles/wall', 'not-markdown'],
    ['site.yaml.bak', 'wrong-place'],
    ['site.yml', 'wrong-place'],
  ])(
    'has a name that cannot be an address is told why, as long as it is there: %s',
    async (key, code) => {
      await desk.put(key, article(''));
      const reports = Object.entries(desk.content.dump('reports/'));
      expect(reports).toHaveLength(2);
      for (const [name, body] of reports) {
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(1024);
        expect(body).toContain(code);
      }
      expect(await desk.catalog.latest('home', 20)).toEqual([]);
      await desk.remove(key);
      expect(desk.content.dump('reports/')).toEqual({});
    },
  );

  it('has a long name does not share its report with another', async () => {
    const long = `articles/${'w'.repeat(1000)}`;
    for (const key of [`${long}a.md`, `${long}b.md`]) await desk.put(key, article(''));
    expect(Object.keys(desk.content.dump('reports/'))).toHaveLength(4);
  });

  it.each([
    'articles/',
    'articles/2026/',
    'articles/.DS_Store',
    'articles/.wall.md.swp',
    'pages/Thumbs.db',
    'reports/articles/wall.md.json',
  ])('nobody meant to make is passed over: %s', async (key) => {
    const writes = desk.content.writes;
    await desk.put(key, '');
    expect(desk.content.writes).toBe(writes + 1);
  });
});
