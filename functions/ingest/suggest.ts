import { distance } from 'fastest-levenshtein';

/** What was probably meant: the nearest known word, if at most a third of its letters differ. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  const ranked = known
    .map((name) => ({ name, steps: distance(lower, name.toLowerCase()) }))
    .sort((a, b) => a.steps - b.steps);
  const best = ranked[0];
  const tolerated = Math.max(2, Math.ceil(Math.max(word.length, best?.name.length ?? 0) / 3));
  return best && best.steps <= tolerated ? best.name : undefined;
}

/** `a, b or c`, for a sentence. */
export function oneOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

/** What was typed, short enough to be repeated in a sentence. */
export function quoted(typed: unknown): string {
  const text = typeof typed === 'string' ? typed : JSON.stringify(typed);
  return `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;
}
