/**
 * What may stand behind a key of front matter, of `site.yaml` or of `authors.yaml`. The checks take names, limits and
 * choices from here, and the schemas with which editors complete and check are made of the same (`cli/schema/`).
 */
export type Shape =
  /** `longest` in UTF-16 units. What does not match the pattern is refused; what does may be refused for more. */
  | { is: 'text'; longest: number; pattern?: RegExp }
  | { is: 'choice'; choices: readonly string[] }
  | { is: 'flag' }
  /** A whole number; both ends belong to it. */
  | { is: 'number'; least: number; most: number }
  /** Where a list holds texts, one of them may stand alone. */
  | { is: 'list'; most: number; of: Shape }
  | { is: 'group'; keys: Keys }
  | { is: 'either'; of: readonly Shape[] };

export type Keys = Readonly<Record<string, Shape & { required?: true }>>;

/** A part of an address. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Patterns go into schemas too, and these know no flags. */
function anyCase(word: string): string {
  return word.replace(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`);
}

/** An address on the web, in full. */
export const webPattern = new RegExp(`^${anyCase('http')}[Ss]?://`);

/** Where a link may lead that stands on every page, so that it must not be relative to one. */
export const linkPattern = new RegExp(
  `^(?:/(?![/\\\\])|(?:${['https?', 'mailto', 'tel'].map(anyCase).join('|')}):)`,
);

/** A link of the navigation, or to an account elsewhere. */
export const linkKeys = {
  label: { is: 'text', longest: 100, required: true },
  url: { is: 'text', longest: 2000, pattern: linkPattern, required: true },
} as const satisfies Keys;
