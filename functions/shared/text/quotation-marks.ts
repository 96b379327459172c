/**
 * Double and single quotation marks by language, as the Unicode CLDR has them (version 48, `delimiters`). Where it has
 * the same pair twice or none that newspapers use (French within French, Dutch, Swiss), Galley goes by the usage of
 * the press. A blank beside a mark is a narrow one that does not break.
 */
const marks: [opening: string, closing: string, single: string, languages: string][] = [
  ['„', '“', '‚‘', 'de cs sk sl hr is et lb mk bg lt'],
  ['„', '”', '’’', 'sr bs'],
  ['„', '”', '«»', 'pl ro'],
  ['„', '”', '»«', 'hu'],
  ['„', '“', '«»', 'ka'],
  ['«', '»', '„“', 'ru uk be'],
  ['«', '»', '“”', 'it pt-PT el ca eu'],
  ['«', '»', '‘’', 'no nb nn'],
  ['«', '»', '‹›', 'fa rm de-CH de-LI it-CH'],
  ['«\u202f', '\u202f»', '“”', 'fr'],
  ['«\u202f', '\u202f»', '‹›', 'fr-CH'],
  ['”', '”', '’’', 'sv fi he'],
  ['”', '“', '’‘', 'ar'],
];

/** Where words stand without blanks between them, nobody can tell how a typed mark was meant. */
const without = ['ja', 'zh'];

const byLanguage = new Map<string, string[]>(
  marks.flatMap(([opening, closing, single, languages]) =>
    languages.split(' ').map((language) => [language, [opening, closing, ...single]] as const),
  ),
);

/**
 * Opening and closing double, opening and closing single quotation mark. Languages that are not in the table get those of
 * English; undefined for those whose texts stay as typed.
 */
export function quotationMarks(tag: string): string[] | undefined {
  const language = tag.split('-', 1)[0] ?? '';
  if (without.includes(language)) return undefined;
  return lookup(tag) ?? ['“', '”', '‘', '’'];
}

/** BCP 47 lookup (RFC 4647, 3.4): the tag, then what is left without its last part. */
function lookup(tag: string): string[] | undefined {
  const shorter = tag.slice(0, Math.max(tag.lastIndexOf('-'), 0));
  return byLanguage.get(tag) ?? (shorter ? lookup(shorter) : undefined);
}
