/** Control characters, invisible ones and direction marks, but for line breaks and joiners. */
const unseen = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

const unseenInJson = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * What a stranger typed, made harmless for a terminal; line breaks stay.
 *
 * Control characters would let a reply move the cursor or recolour the moderator's terminal; invisible ones and
 * direction marks would turn the rest of the line around or hide what is there; heaps of accents would cover the
 * lines above. Joiners stay, because Persian and emoji need them.
 */
export function printable(text: string): string {
  return text
    .replaceAll(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n')
    .replaceAll(unseen, (character) => (character === '\t' ? ' ' : ''))
    .replaceAll(/(\p{M}{3})\p{M}+/gu, '$1');
}

/** The first words of something a stranger typed, harmless, on one line of at most `length` characters. */
export function firstWords(text: string, length: number): string {
  const plain = printable(text).replaceAll(/\s+/gu, ' ').trim();
  const letters = Array.from(plain);
  return letters.length <= length
    ? plain
    : `${letters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}

/** JSON that says the same and is as harmless: JSON itself lets most such characters stand as they are. */
export function printableJson(value: unknown): string {
  const escaped = (character: string) =>
    Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
      .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
      .join('');
  return JSON.stringify(value, undefined, 2).replaceAll(unseenInJson, escaped);
}

/** How long ago, in one unit: `3 min`, `2 h`, `5 d`. */
export function age(since: string, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / 60_000));
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h`;
  return `${Math.floor(minutes / 60 / 24)} d`;
}
