import { describe, expect, it } from 'vitest';
import { article, check, fixture, places } from './check.ts';

const sourceOf = (text: string | Uint8Array) => check(text).source;
const adviceOn = (text: string) =>
  check(text)
    .problems.map(({ advice }) => advice)
    .join(' ');

describe('a good article', () => {
  it('gives everything that its front matter and its text say', () => {
    const { problems, source } = check(fixture('good/full'));
    expect({ problems, source }).toEqual({
      problems: [],
      source: {
        title: 'The harbour wall holds: a night in numbers',
        description: 'The new wall kept the water out for the first time.',
        authors: [
          { slug: 'jo-ferry', name: 'Jo Ferry' },
          { slug: 'kim-alund', name: 'Kim Ålund' },
        ],
        date: '2026-11-03T09:30:00+01:00',
        updated: '2026-11-04T09:00:00+01:00',
        section: { slug: 'news', name: 'News' },
        tags: [
          { slug: 'harbour', name: 'Harbour' },
          { slug: 'storms-and-tides', name: 'Storms & tides' },
        ],
        hero: {
          key: 'images/2026/11/wall.jpg',
          alt: 'Waves against the wall',
          caption: 'The wall at high tide',
          credit: 'Galley',
        },
        draft: false,
        replies: 'off',
        canonical: 'https://example.org/harbour-wall',
        featured: true,
        aliases: [],
        formerly: [],
        corrections: [],
        imageKeys: ['images/2026/11/wall.jpg', 'images/2026/11/costs.png'],
        links: [{ id: '2026/11/wall', fragment: 'what-it-cost', line: 37, column: 59 }],
        excerpt:
          'The new wall kept the water out, “as planned”. Less than the last storm. It has 3 < 4 gates, ' +
          'and a <b> in code. Write to desk@example.org, call us or see below.',
        wordCount: 35,
        readingMinutes: 1,
      },
    });
  });

  it('needs no more than title, date and a text', () => {
    expect(sourceOf(article(''))).toEqual({
      title: 'The wall',
      date: '2026-11-03T00:00:00+01:00',
      tags: [],
      authors: [],
      draft: false,
      featured: false,
      aliases: [],
      formerly: [],
      corrections: [],
      imageKeys: [],
      links: [],
      excerpt: 'It held.',
      wordCount: 2,
      readingMinutes: 1,
    });
  });

  it('needs no date as a standing page', () => {
    const { problems, source } = check('---\ntitle: About\n---\nWe.\n', 'page');
    expect(problems).toEqual([]);
    expect(source).not.toHaveProperty('date');
  });

  it('may begin with a byte-order mark and end its lines like Windows', () => {
    const source = sourceOf(fixture('good/byte-order-mark'));
    expect(source?.date).toBe('2026-07-01T00:00:00+02:00');
    expect(source?.excerpt).toBe('All is well.');
  });

  it('may lie in the future as a draft', () => {
    expect(sourceOf(fixture('good/draft-of-tomorrow'))).toMatchObject({ draft: true });
  });

  it('may have a date in the future, and an update that goes with it', () => {
    const { problems, source } = check(fixture('good/future-date'));
    expect(problems).toEqual([]);
    expect(source?.date).toBe('2026-11-10T13:01:00+01:00');
    const updated = article('updated: 2027-01-02\n').replace('2026-11-03', '2027-01-03');
    expect(places(check(updated).problems)).toEqual(['updated-before-date 4:10']);
  });

  it('may say when it expires', () => {
    const source = sourceOf(article('expires: 2026-11-03T00:00:01+01:00\n'));
    expect(source?.expires).toBe('2026-11-03T00:00:01+01:00');
    expect(places(check(article('expires: 2026-11-03\n')).problems)).toEqual([
      'expires-before-date 4:10',
    ]);
  });

  it('goes live with warnings', () => {
    const { problems, source } = check(fixture('good/warnings'));
    expect(places(problems)).toEqual([
      'updated-before-date 4:10',
      'retired-section 5:10',
      'repeated-entry 6:15',
      'headline-in-text 8:1',
      'image-without-alt 10:1',
    ]);
    expect(problems.every(({ severity }) => severity === 'warning')).toBe(true);
    expect(source?.section).toEqual({ slug: 'harbour', name: 'Harbour' });
    expect(source?.tags).toEqual([{ slug: 'tides', name: 'Tides' }]);
  });

  it('goes live with what other kinds of Markdown would have read differently', () => {
    const { problems, source } = check(fixture('good/text-warnings'));
    expect(places(problems)).toEqual([
      'attributes-in-text 5:15',
      'missing-footnote 5:54',
      'attributes-in-text 5:62',
      'attributes-in-text 7:17',
      'missing-anchor 9:5',
      'missing-anchor 9:30',
      'missing-anchor 11:16',
      'attributes-in-text 11:29',
      'missing-anchor 13:24',
      'unused-footnote 14:1',
      'unused-footnote 15:1',
    ]);
    expect(problems.every(({ severity }) => severity === 'warning')).toBe(true);
    expect(source).toBeDefined();
  });

  it.each(['news', 'News', 'NEWS', 'culture', 'Arts & culture', 'arts & Culture'])(
    'finds its section by slug or name: %s',
    (name) => {
      expect(check(article(`section: "${name}"\n`)).problems).toEqual([]);
    },
  );

  it('treats a setting without a value as absent', () => {
    const { problems, source } = check(article('description:\ntags:\nhero:\n'));
    expect(problems).toEqual([]);
    expect(source).not.toHaveProperty('description');
  });
});

describe('the advice', () => {
  it.each([
    ['sectoin: news', '“section”'],
    ['Tags: [a]', '“tags”'],
    ['image: x', '“hero”'],
    ['category: news', '“section”'],
    ['hero:\n  src: images/a.jpg\n  alt: A\n  captoin: x', '“hero.caption”'],
    ['section: nwes', '“news”'],
    ['status: drafd', '“draft”'],
    ['replies: close', '“closed”'],
  ])('suggests what was meant by %s', (line, suggestion) => {
    expect(adviceOn(article(`${line}\n`))).toBe(`Did you mean ${suggestion}?`);
  });

  it('names what is known when nothing is near', () => {
    expect(adviceOn(article('section: gardening\n'))).toContain('Choose news or culture');
    expect(adviceOn(article('qqqqqqqqqqq: 1\n'))).toContain('title, description');
  });

  it('gives a path that would do for an image', () => {
    expect(adviceOn(article('', '![A wall](</images/Summer 26/IMG_1.JPG>)'))).toContain(
      'images/summer-26/img-1.jpg',
    );
  });

  it('gives the value in quotes when YAML took it for a number', () => {
    expect(adviceOn('---\ntitle: 0x10\ndate: 2026-11-03\n---\nIt held.')).toContain('"0x10"');
  });
});

describe('the words of an article', () => {
  it('end the excerpt after fifty words', () => {
    const excerpt = sourceOf(article('', 'wall '.repeat(60)))?.excerpt ?? '';
    expect(excerpt.split(' ')).toHaveLength(50);
  });

  it('end the excerpt after 400 signs in a script without blanks', () => {
    expect([...(sourceOf(article('', '𠮷'.repeat(900)))?.excerpt ?? '')]).toHaveLength(400);
  });

  it('leave headings and code out of the excerpt', () => {
    const body = '## Head\n\n```\ncode\n```\n\nText ![alt](images/a.jpg) here.';
    expect(sourceOf(article('', body))?.excerpt).toBe('Text here.');
  });

  it('leave out of the excerpt what is no running text, and set its marks', () => {
    const body =
      '> [!pull]\n> Pulled.\n\n![A](images/a.jpg)\n*Caption.*\n\nIt\'s "text"[^1] -- so.\n\n' +
      '> Said.\n> — Ilse\n\n[^1]: Note.';
    const source = sourceOf(article('', body));
    expect(source?.excerpt).toBe('It’s “text” – so. Said.');
    expect(source?.wordCount).toBe(5);
  });

  it.each([
    ['Chinese characters', '港口的墙守住了。', 7],
    ['Japanese characters', '港の壁は、スーパーで持った。', 12],
    ['rare characters', '𠮷野家', 3],
    ['Latin words among them', '港口 held GPT-4 墙。', 5],
    ['Korean words', '항구의 벽이 버텼다.', 3],
    ['Thai words by their length', 'กำแพงท่าเรือ ยังอยู่', 5],
    ['words with letters or digits only', '— It’s 3 – “held” * 4.', 4],
  ])('are counted as %s', (_, text, count) => {
    expect(sourceOf(article('', text))?.wordCount).toBe(count);
  });

  it.each([
    [500, 1],
    [1000, 2],
    [5000, 10],
  ])('take %i characters of Chinese as %i minutes', (characters, minutes) => {
    const source = sourceOf(article('', '墙'.repeat(characters)));
    expect(source).toMatchObject({ wordCount: characters, readingMinutes: minutes });
  });

  it.each([
    [1, 1],
    [275, 1],
    [420, 2],
    [2750, 10],
  ])('%i of them take %i minutes', (words, minutes) => {
    const source = sourceOf(article('', 'wall – '.repeat(words)));
    expect(source).toMatchObject({ wordCount: words, readingMinutes: minutes });
  });
});
