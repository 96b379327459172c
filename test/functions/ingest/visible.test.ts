import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible, visibleJson } from '../../../functions/ingest/visible.ts';
import { article, check } from './check.ts';
import { IngestDesk } from './ingest-desk.ts';

/** What can move a cursor, recolour a terminal, or turn or hide the rest of a line. */
const dangerous =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about.
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;

const parts = [...'ab\t\u001b\u007f\u009b\u061c\u200b\u200e\u202e\u2028\u2066\ufeff', '\u{e0041}'];
const typed = fc.string({ unit: fc.constantFrom(...parts), maxLength: 40 });
const hostile = 'a\u202eb\u2066c\u200fd';

describe('what somebody typed', () => {
  it.each([
    ['\u009b2J', '�2J'],
    ['a\u202eb', 'a�b'],
    ['two\nlines', 'two lines'],
    ['half \ud83d', 'half �'],
    ['👩‍👧 می‌خواهم', '👩‍👧 می‌خواهم'],
  ])('is shown without what acts on a screen: %j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('acts on no screen in JSON either, which says the same', () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(visibleJson({ text })).not.toMatch(dangerous);
        expect(JSON.parse(visibleJson({ text }))).toEqual({ text });
      }),
    );
  });
});

const wrong = [
  `section: ${hostile}\n`,
  `status: ${hostile}\n`,
  `${hostile}: x\n`,
  `date: ${hostile}\n`,
  `authors: [${hostile}, ${hostile}]\n`,
  `canonical: ${hostile}\n`,
  `hero: {src: "${hostile}", alt: x}\n`,
  `replies: {${hostile}: 1}\n`,
];

it.each(wrong)('is in no message as it was typed: %j', (lines) => {
  const { problems } = check(article(lines, `![x](${hostile}) [x](javascript:${hostile})`));
  expect(problems.length).toBeGreaterThan(2);
  expect(problems.map(({ message, advice }) => message + advice).join()).not.toMatch(dangerous);
});

describe('marks that turn text around', () => {
  it.each([...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'])(
    'are left out of names and told of: %j',
    (mark) => {
      const lines = `description: a${mark}b\ntags: [c${mark}d]\nauthor: ${mark}e\n`;
      const { problems, source } = check(article(lines));
      expect(problems.map(({ code, line }) => [code, line])).toEqual(
        [4, 5, 6].map((line) => ['direction-marks', line]),
      );
      expect(source).toMatchObject({
        description: 'ab',
        tags: [{ name: 'cd' }],
        authors: [{ name: 'e' }],
      });
    },
  );

  it('are no title of their own', () => {
    const { problems } = check(article('').replace('The wall', '\u202e'));
    expect(problems.map(({ code }) => code)).toEqual(['missing-key']);
  });

  it('are left out of the first words that lists show', () => {
    expect(check(article('', 'It \u202eheld.')).source?.excerpt).toBe('It held.');
  });

  it.each(['\u200e', '\u200f', '\u200d'])('are not those that turn nothing: %j', (mark) => {
    const { problems, source } = check(article(`description: a${mark}b\n`));
    expect(problems).toEqual([]);
    expect(source?.description).toBe(`a${mark}b`);
  });
});

it.each([
  `articles/${hostile}.md`,
  `articles/\u001b[2J.md`,
  `site.yaml\u009b2J`,
  `images/${hostile}.png`,
])('is in no report as a file is called: %j', async (key) => {
  const desk = new IngestDesk();
  await desk.put(key, 'x');
  const stored = await Promise.all(
    Object.keys(desk.content.dump('reports/')).map((name) => desk.content.get(name)),
  );
  expect(stored).toHaveLength(2);
  for (const report of stored)
    expect(Buffer.from(report?.body ?? []).toString()).not.toMatch(dangerous);
  expect(await desk.report(key)).toMatchObject({ key });
});
