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
 * Words are runs of signs with a letter or digit in them. For scripts without blanks this goes by a rule and not by
 * `Intl.Segmenter`, whose dictionaries change with the version of Node: the same text would count differently.
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

/** In two steps: one pattern for both would look through a run of signs again from each of them. */
function spacedWords(text: string): number {
  const words = text.match(/\S+/g) ?? [];
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
