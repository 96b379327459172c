/**
 * The first words of something a stranger typed, on one line of at most `length` characters.
 *
 * Control characters would let a reply move the cursor or recolour the moderator's terminal; direction marks would
 * turn the rest of the line around.
 */
export function firstWords(text: string, length: number): string {
  const plain = text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
  const letters = Array.from(plain);
  return letters.length <= length ? plain : `${letters.slice(0, length - 1).join('').trimEnd()}…`;
}

/** How long ago, in one unit: `3 min`, `2 h`, `5 d`. */
export function age(since: string, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / 60_000));
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h`;
  return `${Math.floor(minutes / 60 / 24)} d`;
}
