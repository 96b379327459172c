import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { age, firstWords, printable, printableJson } from '../../cli/newsroom/reply-words.ts';
import { hostile } from '../fixtures/hostile.ts';

/** What can move a cursor, recolour a terminal, or turn or hide the rest of a line. */
const dangerous =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about.
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;

/** Texts that often hold such characters; by mere chance they hardly would. */
const anything = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ...'\u0000\t\n\r\u001b\u007f\u0085\u009b\u061c\u200b\u200d\u200f\u2028\u202e\u2066\ufeff',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

const attacks: [string, string, string][] = [
  ['an escape sequence', 'a\u001b[2Jb', 'a[2Jb'],
  ['an escape sequence of one character', 'a\u009b2Jb', 'a2Jb'],
  [
    'a hyperlink of the terminal',
    '\u001b]8;;http://evil.example\u0007here',
    ']8;;http://evil.examplehere',
  ],
  ['a backspace', 'safe\b\b\b\bevil', 'safeevil'],
  ['a direction mark', 'a\u202eb\u2066c', 'abc'],
  ['an invisible character', 'a\u200bb\ufeffc\u00ad', 'abc'],
  ['invisible letters of a tag', 'a\u{e0041}\u{e0042}b', 'ab'],
  ['half a character', 'a\ud800b', 'ab'],
  ['a heap of accents', `e${'\u0301'.repeat(100)}!`, `e${'\u0301'.repeat(3)}!`],
];

describe('words of strangers', () => {
  test.each(attacks)('lose %s', (_name, typed, shown) => {
    expect(printable(typed)).toBe(shown);
  });

  test('hold nothing that acts on a terminal, whatever was typed', () => {
    fc.assert(fc.property(anything, (typed) => !dangerous.test(printable(typed))));
  });

  test.each(hostile)('stay on one line of the table: $name', ({ payload }) => {
    const words = firstWords(payload, 60);
    expect(words).not.toMatch(dangerous);
    expect(words).not.toContain('\n');
    expect(Array.from(words).length).toBeLessThanOrEqual(60);
  });

  test('keep lines, joiners and other scripts', () => {
    const typed = 'Erste Zeile\n👩‍👧 می‌خواهم\nThird';
    expect(printable(typed)).toBe(typed);
  });

  test('keep one kind of line break', () => {
    expect(printable('a\r\nb\rc\u2028d')).toBe('a\nb\nc\nd');
  });

  test('end in an ellipsis when there are more', () => {
    expect(firstWords('one two three', 8)).toBe('one two…');
    expect(firstWords('one two', 7)).toBe('one two');
  });

  test('say the same in JSON, and act on no terminal there', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const json = printableJson({ typed });
        expect(json).not.toMatch(dangerous);
        expect(JSON.parse(json)).toEqual({ typed });
      }),
    );
  });
});

describe('an age', () => {
  test.each([
    ['2026-11-24T12:00:00Z', '0 min'],
    ['2026-11-24T11:01:00Z', '59 min'],
    ['2026-11-24T10:00:00Z', '2 h'],
    ['2026-11-20T10:00:00Z', '4 d'],
    ['2026-11-25T10:00:00Z', '0 min'],
  ])('of %s is %s', (since, words) => {
    expect(age(since, new Date('2026-11-24T12:00:00Z'))).toBe(words);
  });
});
