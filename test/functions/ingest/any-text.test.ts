import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleHtml, textHtml } from '../../../functions/shared/article-text.ts';
import { limits } from '../../../functions/shared/layout.ts';
import { parseText } from '../../../functions/shared/text/parse-text.ts';
import { article, check, places } from './check.ts';

/** Processor time and not the clock's, because other tests run beside this one. */
const mostMilliseconds = 2000;

function milliseconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Repeats of these fill an upload of 1 MiB. */
const units = [
  'The wall held. ',
  'word\u3000',
  'a\n',
  '語',
  '😀',
  '!',
  'a1-',
  '[',
  '[]',
  '[x\n',
  '[a]: b "x\n',
  '[a](b) ',
  '[a](javascript:x) ',
  '![](x)',
  '![a](</X Y.JPG>) ',
  '<',
  '<b>',
  'a <!A',
  'a <![CDATA[',
  '<http://a.b> ',
  '*',
  '*a_ ',
  '*_',
  '`a',
  '\\',
  '&',
  '>',
  '> <b>\n',
  '- ',
  '# a\n',
  'a\n=\n',
  '|a|b|\n|-|-|\n',
  '[^a]',
  '[^',
  '[^a]: x\n',
  '[^a]: [^a]\n',
  '[^a]:\n\n    ',
  '> [!pull]\n',
  '> a\n> — b\n\n',
  '![a](b)\n*c*\n\n',
  '"',
  '"a ',
  ' "a',
  "'a ",
  "it's ",
  'a--b...',
  '--- ',
  '{.a}',
  '{#',
  'ไทย',
];

const inFull = (unit: string) => unit.repeat(Math.ceil(limits.sourceBytes / unit.length));

/** As often as the limits on lines and signs allow, with words between to fill the 1 MiB. */
function justAllowed(unit: string): string {
  const signs = unit.match(/[[*_`~<&#\\\n]/g)?.length ?? 0;
  const times = Math.floor(49_000 / Math.max(signs, 1));
  const words = 'w'.repeat(Math.max(0, Math.floor(limits.sourceBytes / times) - unit.length - 1));
  return `${words}${unit}`.repeat(times);
}

/** With one cell in each row: the parser adds the rest. */
function table(columns: number, rows: number): string {
  return `${'|a'.repeat(columns)}\n${'|-'.repeat(columns)}\n${'a\n'.repeat(rows)}\n`;
}

/** Each with a name, one within the other. */
function pullQuotes(depth: number): string {
  const levels = Array.from({ length: depth }, (_, index) => '>'.repeat(index + 1));
  const names = levels.toReversed().map((level) => `${level}\n${level} — Ada\n`);
  return levels.map((level) => `${level} [!pull]\n${level}\n`).join('') + names.join('');
}

/** So many notes, each with its own mark. */
function notes(count: number): string {
  const all = Array.from({ length: count }, (_, index) => index);
  const marks = all.map((index) => `[^${index}]`).join(' ');
  return `${marks}\n\n${all.map((index) => `[^${index}]: Note.\n`).join('')}`;
}

const others: [name: string, text: string][] = [
  ['marks of one note', `[^a]: Note.\n\n${'[^a] '.repeat(48_000)}`],
  ['many notes', notes(12_000)],
  ['notes that refer to each other', `[^0] ${notes(10_000).replaceAll(': ', ': [^1][^2]')}`],
  ['notes in notes', `[^a] ${'[^a]: '.repeat(40_000)}`],
  ['pull quotes in pull quotes', pullQuotes(90)],
  ['quotation marks that do not end', `${'("'.repeat(300_000)}${'")'.repeat(200_000)}`],
  ['lines deep in quotes', `${'>'.repeat(99)}a\n${'b\n'.repeat(49_000)}`],
  ['a wide table', table(500, 40_000)],
  ['many tables', table(100, 450).repeat(100)],
  ['images in images', '!['.repeat(12_000) + '](a)'.repeat(12_000)],
  ['one long address', `[a](javascript:${'x'.repeat(1_000_000)})`],
  ['a table of HTML', `|a|\n|-|\n${'|<b>|\n'.repeat(12_000)}`],
];

const texts: [name: string, text: string][] = [
  ...units.map((unit): [string, string] => [`${JSON.stringify(unit)} in full`, inFull(unit)]),
  ...units.map((unit): [string, string] => [`${JSON.stringify(unit)} allowed`, justAllowed(unit)]),
  ...others,
];

describe('a text of 1 MiB', () => {
  it.each(texts)('takes little time: %s', (_, text) => {
    const bytes = new TextEncoder().encode(article('', text)).subarray(0, limits.sourceBytes);
    let checked = check('');
    expect(milliseconds(() => (checked = check(bytes)))).toBeLessThan(mostMilliseconds);
    expect(checked.problems.length).toBeLessThanOrEqual(101);
  });

  it('with thousands of equal headings takes little time to render', () => {
    const spent = milliseconds(() => articleHtml('## Same\n'.repeat(24_000), {}));
    expect(spent).toBeLessThan(mostMilliseconds);
  });

  it.each(others)('with %s takes little time to render', (_, text) => {
    const spent = milliseconds(() => {
      const parsed = parseText(text, 'fr');
      if (parsed) textHtml(parsed, {}, {});
    });
    expect(spent).toBeLessThan(mostMilliseconds);
  });

  it('is refused as too complex where its text begins', () => {
    expect(places(check(article('', '[a](b) '.repeat(60_000))).problems)).toEqual([
      'too-complex 5:1',
    ]);
  });

  it('may be an article of many ordinary paragraphs', () => {
    const paragraph = 'The *wall* held, [they](/a/) said, and “the gates” did too. '.repeat(10);
    expect(check(article('', `${paragraph}\n\n`.repeat(1500))).problems).toEqual([]);
  });
});

/** Repeats of these fill front matter. */
const settings = ['[', '{', '- ', '? ', 'a: ', '"', 'a: |\n', '- *a\n', '<<: a\n', 'a: [[[[[\n'];

describe('front matter', () => {
  it.each(settings)('takes little time when it is full of %j', (unit) => {
    const lines = unit.repeat(Math.floor((32 * 1024 - 100) / unit.length));
    const spent = milliseconds(() => check(`---\n${lines}\n---\nIt held.\n`));
    expect(spent).toBeLessThan(mostMilliseconds);
  });
});

describe('a report', () => {
  const links = (count: number) => '[a](javascript:x)\n'.repeat(count);

  it('tells a hundred problems one by one', () => {
    expect(check(article('', links(100))).problems).toHaveLength(100);
  });

  it('tells of more than a hundred how many are left', () => {
    const { problems } = check(article('', links(1234)));
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toMatchObject({
      code: 'more-problems',
      severity: 'error',
      message: 'There are 1134 more problems.',
    });
  });

  it('tells errors before warnings when there is no room for both', () => {
    const { problems } = check(article('', `${'# One\n'.repeat(300)}${links(3)}`));
    expect(problems.filter(({ code }) => code === 'dangerous-link')).toHaveLength(3);
    expect(problems.at(-1)).toMatchObject({ severity: 'warning' });
  });

  it('lets an article with hundreds of warnings go live', () => {
    const { problems, source } = check(article('', '# One\n\n'.repeat(300)));
    expect(source).toBeDefined();
    expect(problems.every(({ severity }) => severity === 'warning')).toBe(true);
  });
});

describe('any bytes', () => {
  const pieces = fc.constantFrom(
    '---\n',
    'title: a\n',
    'date: 2026-11-03\n',
    ...units,
    ...settings,
  );

  it('are checked without an exception, and usable or told why not', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.array(pieces)), (input) => {
        const { problems, source } = check(input instanceof Uint8Array ? input : input.join(''));
        expect(problems.some(({ severity }) => severity === 'error')).toBe(source === undefined);
      }),
    );
  });
});
