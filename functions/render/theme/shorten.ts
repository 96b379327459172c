/** How much of a text: whole words or characters. */
export type Limit = { unit: 'words' | 'characters'; most: number };

/** Of the attributes `words` and `characters`; words win. */
export function limitOf(hash: Record<string, unknown>): Limit | undefined {
  for (const unit of ['words', 'characters'] as const) {
    const most = Number.parseInt(String(hash[unit]), 10);
    if (!Number.isNaN(most)) return { unit, most };
  }
  return undefined;
}

/** A comment, a tag, a character reference or one character. */
const pieces = /<!--.*?-->|<\/?[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>|&#?\w+;|./gisu;
const letter = /^[\p{L}0-9]$/u;
const tagName = /^<(\/?)([a-z][a-z0-9]*)/i;
const childless = ['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'source', 'track', 'wbr'];

/**
 * The beginning of a piece of HTML. What is open at the cut is closed, and a word counts once it has ended, so that
 * the character after the last word still stands.
 */
export function shorten(html: string, { unit, most }: Limit): string {
  const open: string[] = [];
  let text = '';
  let count = 0;
  let inWord = false;
  for (const [piece] of html.matchAll(pieces)) {
    if (count >= most) break;
    text += piece;
    const [, end, name = ''] = tagName.exec(piece) ?? [];
    if (end) open.pop();
    else if (name && !childless.includes(name.toLowerCase())) open.push(name);
    const isLetter = letter.test(piece);
    if (unit === 'words' ? inWord && !isLetter : !piece.startsWith('<')) count += 1;
    inWord = isLetter;
  }
  return (
    text.trim() +
    open
      .reverse()
      .map((name) => `</${name}>`)
      .join('')
  );
}
