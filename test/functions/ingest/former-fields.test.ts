import { describe, expect, it } from 'vitest';
import { article, check, places } from './check.ts';

const idsIn = (lines: string) => {
  const { source } = check(article(lines));
  return { aliases: source?.aliases.map(({ id }) => id), formerly: source?.formerly };
};

describe('aliases', () => {
  it.each(['/2025/10/old-wall/', '2025/10/old-wall', '/2025/10/old-wall'])(
    'are paths with slashes at their ends or without: %s',
    (path) => {
      expect(idsIn(`aliases: [${path}]\n`)).toEqual({
        aliases: ['2025/10/old-wall'],
        formerly: [],
      });
    },
  );

  it('may be a single one, as may formerly', () => {
    expect(idsIn('aliases: /a/\nformerly: /b/\n')).toEqual({
      aliases: ['b', 'a'],
      formerly: ['b'],
    });
  });

  it('have the addresses of formerly among them, each once', () => {
    expect(idsIn('aliases: [a, b]\nformerly: [b, c]\n')).toEqual({
      aliases: ['b', 'c', 'a'],
      formerly: ['b', 'c'],
    });
  });

  it('know where they are written', () => {
    const { source } = check(article('aliases:\n  - /a/\n  - /b/\n'));
    expect(source?.aliases).toEqual([
      { id: 'a', line: 5, column: 5 },
      { id: 'b', line: 6, column: 5 },
    ]);
  });

  it('that stand twice are a warning', () => {
    const { problems, source } = check(article('aliases: [/a/, a]\n'));
    expect(places(problems)).toEqual(['repeated-entry 4:16']);
    expect(source?.aliases).toHaveLength(1);
  });

  it.each([
    ['aliases', 20],
    ['formerly', 10],
  ])('%s are at most %i', (name, most) => {
    const list = (count: number) => Array.from({ length: count }, (_, nth) => `a-${nth}`);
    const codes = (count: number) =>
      check(article(`${name}: [${list(count)}]\n`)).problems.map(({ code }) => code);
    expect(codes(most)).toEqual([]);
    expect(codes(most + 1)).toEqual(['too-many']);
  });
});

describe('corrections', () => {
  const correction = (date: string, text = 'Four metres.') => `{date: ${date}, text: ${text}}`;
  const sourceOf = (lines: string) => check(article(lines)).source;

  it('are told oldest first', () => {
    const list = [correction('2026-11-05'), correction('2026-11-04 10:00', 'Kiel.')];
    expect(sourceOf(`corrections: [${list}]\n`)?.corrections).toEqual([
      { date: '2026-11-04T10:00:00+01:00', text: 'Kiel.' },
      { date: '2026-11-05T00:00:00+01:00', text: 'Four metres.' },
    ]);
  });

  it.each([
    ['', '2026-11-05T00:00:00+01:00'],
    ['updated: 2026-11-04\n', '2026-11-05T00:00:00+01:00'],
    ['updated: 2026-11-06\n', '2026-11-06T00:00:00+01:00'],
  ])('say when it was updated, unless that was later: %j', (lines, updated) => {
    const list = [correction('2026-11-05'), correction('2026-11-04')];
    expect(sourceOf(`${lines}corrections: [${list}]\n`)?.updated).toBe(updated);
  });

  it('of the same day without a time do not make it updated before its date', () => {
    const text = article(`corrections: [${correction('2026-11-03')}]\n`);
    const { problems, source } = check(text.replace('2026-11-03\n', '2026-11-03 09:30\n'));
    expect(problems).toEqual([]);
    expect(source).not.toHaveProperty('updated');
  });

  it('of an earlier day are a warning', () => {
    const { problems } = check(article(`corrections: [${correction('2026-11-02')}]\n`));
    expect(places(problems)).toEqual(['corrected-before-date 4:22']);
  });

  it('are plain text of at most 1,000 characters', () => {
    const long = (length: number) =>
      check(article(`corrections: [${correction('2026-11-04', 'x'.repeat(length))}]\n`));
    expect(long(1000).problems).toEqual([]);
    expect(long(1001).problems).toMatchObject([{ code: 'too-long' }]);
  });
});
