/**
 * What acts on a terminal, turns the rest of a line around, or cannot be seen. Joiners are left alone, because
 * Persian and emoji need them.
 */
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Marks that turn the text behind them around until another one ends that (UAX #9, 2.1 to 2.3). In a headline nobody
 * sees whether it does, and headlines stand in lines with other things. Those that turn nothing (U+200E, U+200F) stay.
 */
export const turning = /[\u202a-\u202e\u2066-\u2069]/g;

/** What most texts consist of, where nothing needs a closer look. */
const plain = /^[ -~\u2018-\u201f\u2026]*$/;

/** What somebody typed, or called a file, fit to be read on one line of any screen: `�` for what cannot be shown. */
export function visible(text: string): string {
  if (plain.test(text)) return text;
  return text.replaceAll(/[\t\n\r]/g, ' ').replaceAll(unseen, '\uFFFD');
}

/** Indented JSON that says exactly the same, with the same characters escaped. */
export function visibleJson(value: unknown): string {
  const escaped = (character: string) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('');
  return JSON.stringify(value, undefined, 2)
    .split('\n')
    .map((line) => line.replaceAll(unseen, escaped))
    .join('\n');
}
