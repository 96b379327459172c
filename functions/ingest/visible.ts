/**
 * What acts on a terminal, turns the rest of a line around, or cannot be seen. Joiners are left alone, because
 * Persian and emoji need them.
 */
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

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
