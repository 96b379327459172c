export type Words = {
  words: number;
  /** Chinese and Japanese characters, which are counted one by one, as newsrooms there do. */
  characters: number;
};

/** From here on there are scripts without blanks between words; most texts have none of their signs. */
const unspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\uffff]/;
const characters = /[[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]&&\p{L}]/gv;
/** Thai, Lao, Khmer and Burmese, whose words are about five signs long. Korean has blanks. */
const runs = /[[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]&&[\p{L}\p{M}]]+/gv;
const signsPerWord = 5;

/**
 * Counts a text on one line, with single blanks. Words are runs of signs with a letter or digit in them. For
 * scripts without blanks this goes by a rule and not by `Intl.Segmenter`, whose dictionaries change with the version of
 * Node: the same text would count differently.
 */
export function countWords(text: string): Words {
  if (!unspaced.test(text)) return { words: spacedWords(text), characters: 0 };
  let written = 0;
  const spaced = text
    .replace(characters, () => {
      written += 1;
      return ' ';
    })
    .replace(runs, (run) => ' x '.repeat(Math.ceil([...run].length / signsPerWord)));
  return { words: spacedWords(spaced), characters: written };
}

const blank = 0x20;

function spacedWords(text: string): number {
  let words = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && text.charCodeAt(at) !== blank) continue;
    if (isPlain(text, start) || /[\p{L}\p{N}]/u.test(text.slice(start, at))) words += 1;
    start = at + 1;
  }
  return words;
}

/** Nearly all words begin with a small or capital a to z; asking the pattern for each would take most of the time. */
function isPlain(text: string, start: number): boolean {
  const small = text.charCodeAt(start) | 0x20;
  return small >= 0x61 && small <= 0x7a;
}
